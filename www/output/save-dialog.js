// Everything that leaves the page, by a person's hand only: files, links, embedding, keeping on this device.

/** @import {Controller} from '../controller.js' */
/** @import {Workspace} from '../views/workspace.js' */
import { button, html } from '../dom.js';
import { download } from './download.js';
import { pictureAsPng, pictureAsSvg } from './picture.js';
import { currentAnalysis, projectOf, projectWithoutText } from './project.js';
import { reportHtml } from './report.js';
import { toFragment } from './share-link.js';
import { standaloneHtml } from './standalone.js';
import { forget } from './device-storage.js';

const SNIPPET = `<script type="module" src="alliance-map-element.js"></script>
<alliance-map src="alliance-map.json" height="560" readonly></alliance-map>`;

/** @param {Controller} controller @param {Workspace} workspace @param {(kept: boolean) => void} keepHere @param {() => boolean} isKept */
export function saveDialog(controller, workspace, keepHere, isKept) {
  const picture = () => {
    const { picture: shown, painting } = workspace.picture();
    return pictureAsSvg({ picture: shown, painting, legend: workspace.legend, title: workspace.summaryText, credit: 'Alliance Map. Lines: as the articles claim. Base map: Natural Earth via visionscarto.' });
  };
  const core = async (/** @type {string} */ format) => {
    const analysis = currentAnalysis(controller.state, controller.model);
    return /** @type {string} */ (await controller.reader.call('exportDrawn', analysis, format));
  };
  /** @type {[string, string, () => unknown][]} */
  const files = [
    ['PNG', 'the picture, for slides', async () => download(await pictureAsPng(picture()), 'alliance-map.png')],
    ['SVG', 'the picture, for print', () => download(picture().text, 'alliance-map.svg', 'image/svg+xml')],
    ['Report', 'picture and quotations, HTML', () => download(reportHtml({ model: controller.model, summary: workspace.summaryText, picture: picture().text, date: new Date().toISOString().slice(0, 10) }), 'alliance-map-report.html', 'text/html')],
    ['Claims', 'CSV with sentences and codes', async () => download(await core('csv'), 'alliance-map-claims.csv', 'text/csv')],
    ['Ties', 'CSV, one row per pair', async () => download(await core('ties-csv'), 'alliance-map-ties.csv', 'text/csv')],
    ['GEXF', 'for Gephi, with dates', async () => download(await core('gexf'), 'alliance-map.gexf', 'application/xml')],
    ['GraphML', 'for other graph programs', async () => download(await core('graphml'), 'alliance-map.graphml', 'application/xml')],
    ['Project', 'articles and corrections, JSON', () => download(JSON.stringify(projectOf(controller.state)), 'alliance-map.json', 'application/json')],
    ['This map as a page', 'one HTML file that opens anywhere', async () => download(await standaloneHtml(projectOf(controller.state), 'Alliance Map'), 'alliance-map-page.html', 'text/html')],
    ['Print', 'or save as PDF', () => { dialog.close(); print(); }],
  ];
  const safely = async (/** @type {() => unknown} */ act) => {
    try {
      await act();
    } catch (error) {
      controller.notify('warning', `This could not be saved: ${/** @type {Error} */ (error).message}`);
    }
  };
  const withText = html('input', { type: 'checkbox' });
  const link = html('input', { readonly: true, 'aria-label': 'Link to this map' });
  const makeLink = () => safely(async () => {
    const project = withText.checked ? projectOf(controller.state) : projectWithoutText(controller.state, controller.model);
    link.value = `${location.href.split('#')[0]}#${await toFragment(project)}`;
    link.select();
    const copied = await navigator.clipboard?.writeText(link.value).then(() => true, () => false);
    controller.notify('info', `${copied ? 'Link copied.' : 'The link is in the box, ready to be copied.'}${link.value.length > 30_000 ? ' It is long: some programs cut such links off.' : ''}`);
  });
  const snippet = html('textarea', { readonly: true, rows: 3, 'aria-label': 'Snippet for a blog' }, SNIPPET);
  const kept = html('input', { type: 'checkbox', onchange: () => keepHere(kept.checked) });
  const dialog = html('dialog', { class: 'save', part: 'dialog', 'aria-label': 'Save and share' },
    html('div', { class: 'dialog-head' }, html('h2', {}, 'Save and share'), button('Close', () => dialog.close(), { class: 'quiet' })),
    html('ul', { class: 'save-files' }, files.map(([name, about, act]) => {
      const press = button('', () => safely(act), { class: 'save-file' });
      press.append(html('b', {}, name), html('span', {}, about));
      return html('li', {}, press);
    })),
    html('h3', {}, 'Link'),
    html('p', { class: 'small' }, 'The map travels in the link itself, after the #, which browsers do not send to any server.'),
    html('div', { class: 'save-row' }, button('Make a link', makeLink), link),
    html('label', { class: 'small check' }, withText, 'with the articles’ full text, so that every sentence can be read'),
    html('h3', {}, 'Embed in a blog'),
    html('p', { class: 'small' }, 'Put these beside your page: alliance-map-element.js, alliance_map_bg.wasm and base-map.json from the folder pkg, and the project file. Or use “This map as a page” in a frame.'),
    snippet,
    html('div', { class: 'save-row' }, button('Copy', () => { snippet.select(); navigator.clipboard?.writeText(SNIPPET).then(() => controller.notify('info', 'Snippet copied.'), () => undefined); }), button('Project file', () => files[7][2]()), button('Page for a frame', () => safely(files[8][2]))),
    html('h3', {}, 'On this device'),
    html('label', { class: 'check' }, kept, 'Keep this map in this browser until I forget it'),
    html('div', { class: 'save-row' }, button('Forget everything', () => { forget(); kept.checked = false; keepHere(false); dialog.close(); controller.forgetAll(); })));
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  return {
    node: dialog,
    open() {
      kept.checked = isKept();
      link.value = '';
      dialog.showModal();
    },
  };
}
