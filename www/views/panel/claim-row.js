// One claim in words: sign, kind, who towards whom, status, who says so, when, how sure, which rule.

/** @import {Claim, Model} from '../../types.d.ts' */
/** @import {Controller} from '../../controller.js' */
import { html } from '../../dom.js';
import { actorName } from '../../model/describe.js';
import { glyphOf, kindName, signWord } from '../../model/vocabulary.js';
import { correctionForm } from './correction-form.js';

/** @param {Claim} claim @param {Model} model @param {Controller} controller */
export function claimRow(claim, model, controller) {
  const [source, target] = [actorName(model, claim.source), actorName(model, claim.target)];
  const facts = [
    claim.attribution && ['according to', claim.attribution.name],
    claim.when && ['when', claim.when.text],
    ['sure', `${Math.round(claim.certainty * 100)} %`],
    claim.frame && ['rule', claim.frame],
  ].filter((fact) => !!fact);
  return html('li', { class: `claim ${signWord(claim.sign)}` },
    html('div', { class: 'claim-head' },
      html('span', { class: `glyph ${signWord(claim.sign)}`, title: signWord(claim.sign) }, glyphOf(claim.sign)),
      html('strong', { class: 'kind' }, kindName(claim.kind)),
      html('span', { class: 'pair' }, `${source} ${claim.directed ? '→' : '–'} ${target}`),
      claim.status !== 'asserted' && html('span', { class: `status ${claim.status}` }, claim.status),
      claim.corrected && html('span', { class: 'status corrected' }, claim.corrected)),
    html('dl', { class: 'facts' }, facts.map(([name, value]) => html('div', {}, html('dt', {}, name), html('dd', {}, value)))),
    !controller.readonly && correctionForm(claim, controller));
}
