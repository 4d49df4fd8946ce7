// A report to read or print: what the articles claim together, the picture, and every tie with its sentences.

/** @import {Line, Model} from '../types.d.ts' */
import { html } from '../dom.js';
import { actorName } from '../model/describe.js';
import { kindName, plural, signWord } from '../model/vocabulary.js';
import { markedText, marksOfClaim } from '../views/panel/marked-text.js';

const STYLE = `body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:17px/1.5 Georgia,serif;color:#1a1a1a;background:#fff}
h1{font-size:2rem;line-height:1.15}h2{margin-top:2.4rem;border-bottom:2px solid;font-size:1.3rem}h3{margin:1.6rem 0 .2rem;font-size:1.05rem}
.picture{width:calc(100% + 8rem);margin:1rem -4rem}.picture svg{width:100%;height:auto}blockquote{margin:.5rem 0 .1rem 1rem}
.facts{margin:0 0 .6rem 1rem;font:13px/1.4 system-ui,sans-serif;color:#555}mark{background:none;font-weight:bold}mark.cue{font-weight:normal;text-decoration:underline;text-decoration-thickness:2px}
@media(max-width:60rem){.picture{width:100%;margin:1rem 0}}@media print{body{margin:0;max-width:none}h3,blockquote{break-inside:avoid}}`;

/** @param {{ model: Model, summary: string, picture: string, date: string }} parts @returns {string} */
export function reportHtml({ model, summary, picture, date }) {
  const page = document.implementation.createHTMLDocument('Alliance Map: report');
  const drawing = new DOMParser().parseFromString(picture, 'image/svg+xml').documentElement;
  const contested = model.lines.filter((line) => line.contested);
  page.documentElement.lang = 'en';
  page.head.append(html('meta', { charset: 'utf-8' }), html('meta', { name: 'viewport', content: 'width=device-width' }), html('style', {}, STYLE));
  page.body.append(
    html('h1', {}, summary || 'Who stands with whom'),
    html('p', {}, `${plural(model.documents.size, 'article')}, ${plural(model.claims.length, 'claim')}, ${plural(model.lines.length, 'line')}. Drawn with Alliance Map on ${date}. Each claim is the article’s, not a fact that the map vouches for.`),
    html('div', { class: 'picture' }, drawing),
    html('h2', {}, 'Articles'),
    html('ul', {}, [...model.documents.values()].map(({ id, title, source, date: day }) => html('li', {}, [title ?? id, source, day].filter(Boolean).join(', ')))));
  if (contested.length) page.body.append(html('h2', {}, 'Contested'), ...contested.flatMap((line) => lineSection(line, model)));
  page.body.append(html('h2', {}, 'All ties'), ...model.lines.flatMap((line) => lineSection(line, model)));
  return `<!doctype html>\n${page.documentElement.outerHTML}`;
}

/** @param {Line} line @param {Model} model */
function lineSection(line, model) {
  const name = (/** @type {string} */ id) => actorName(model, id);
  return [
    html('h3', {}, `${name(line.a)} and ${name(line.b)}: ${signWord(line.sign)}${line.contested ? ', contested' : ''}`),
    ...line.claims.flatMap((claim) => {
      const document = model.documents.get(claim.document);
      const facts = [kindName(claim.kind), claim.status, claim.directed ? `${name(claim.source)} towards ${name(claim.target)}` : '', claim.attribution && `according to ${claim.attribution.name}`, claim.when?.text, `${Math.round(claim.certainty * 100)} % sure`, document?.title ?? claim.document];
      return [document?.text ? html('blockquote', {}, markedText(document.text, claim.start, claim.end, marksOfClaim(claim, name))) : '', html('p', { class: 'facts' }, facts.filter(Boolean).join(' · '))];
    }),
  ];
}
