// A map as a file: articles, corrections and settings; without the articles' text, the reading in their place.

/** @import {Analysis, Claim, Model, Project, State} from '../types.d.ts' */
import { plainClaims } from '../model/apply-corrections.js';

/** @param {State} state @returns {Project} */
export function projectOf({ documents, corrections, view, filters, borders, compared }) {
  return { schema: 1, kind: 'alliance-map-project', documents, corrections, view, filters, borders, compared };
}

/** For a link: samples by their names, other articles without their text but with what was read from them. @param {State} state @param {Model} model @returns {Project} */
export function projectWithoutText(state, model) {
  const project = projectOf(state);
  if (state.documents.every((document) => document.sample)) {
    return { ...project, documents: state.documents.map(({ id, sample }) => ({ id, sample, text: '' })) };
  }
  const used = new Set(model.allClaims.flatMap((claim) => [claim.source, claim.target]));
  /** @type {Analysis} */
  const analysis = {
    schema: 1,
    documents: [...model.documents.values()].map(({ id, title, date, source }) => ({ id, title, date, source, text: '', sentences: [], skipped: [] })),
    actors: [...model.actors.values()].filter((actor) => used.has(actor.id)).map((actor) => ({ ...actor, members: actor.members.filter((id) => used.has(id)) })),
    mentions: [],
    claims: plainClaims(model.allClaims).map(withoutWords),
    unread: [],
    record: state.analysis?.record,
  };
  const documents = state.documents.map(({ id, title, date, source }) => ({ id, title, date, source, text: '' }));
  // The corrections are in the claims already.
  return { ...project, documents, corrections: [], analysis, withoutText: true };
}

/** @param {Claim} claim @returns {Claim} */
function withoutWords(claim) {
  const { from = null, to = null } = claim.when ?? {};
  return { ...claim, when: from || to ? { text: from === to || !to ? String(from) : `${from ?? ''}–${to}`, from, to } : null };
}

/** The analysis as it now stands, with corrections and filters, for the core's exports. @param {State} state @param {Model} model */
export function currentAnalysis({ analysis }, model) {
  const claims = model.lines.flatMap((line) => line.claims).sort((one, other) => (one.index ?? 0) - (other.index ?? 0));
  // What a link leaves out, the core's exports ask for.
  const whole = { schema: 1, offsets: 'utf16', record: { treaties: [], memberships: [] }, ...analysis };
  return { ...whole, actors: [...model.actors.values()], claims: plainClaims(claims) };
}
