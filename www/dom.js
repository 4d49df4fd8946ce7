// Builds DOM nodes. Text always goes in as text, so that no article can become markup.

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @typedef {Node | string | number | null | undefined | false} Child
 * @typedef {{ [name: string]: unknown }} Properties `on…` are listeners, `class` and others are attributes, `prop:x` sets a property.
 */

/** @param {Element} node @param {Properties} properties */
export function assign(node, properties) {
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (name.startsWith('prop:')) Object.assign(node, { [name.slice(5)]: value });
    else if (value === true) node.setAttribute(name, '');
    else if (value === false || value === null || value === undefined) node.removeAttribute(name);
    else node.setAttribute(name, String(value));
  }
}

/** @param {Element} node @param {(Child | Child[])[]} children */
export function append(node, children) {
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Properties} [properties] @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function html(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  assign(node, properties);
  append(node, children);
  return node;
}

/**
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag @param {Properties} [properties] @param {...(Child | Child[])} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function svg(tag, properties = {}, ...children) {
  const node = /** @type {SVGElementTagNameMap[T]} */ (document.createElementNS(SVG, tag));
  assign(node, properties);
  append(node, children);
  return node;
}

/** A push button. @param {string} label @param {() => void} press @param {Properties} [properties] */
export function button(label, press, properties = {}) {
  return html('button', { type: 'button', onclick: press, ...properties }, label);
}
