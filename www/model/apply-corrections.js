// From an analysis and a list of corrections to the claims and actors that a person stands by.

/** @import {Actor, Analysis, Claim, Correction} from '../types.d.ts' */
import { pairKey } from './lines.js';
import { signOfKind } from './vocabulary.js';

/** Stays the same when the article is read again. @param {Claim} claim */
export const claimKey = (claim) => [claim.document, claim.start, claim.source, claim.target, claim.kind, claim.status].join('|');

/**
 * @param {Analysis} analysis @param {Correction[]} corrections
 * @returns {{ claims: Claim[], actors: Map<string, Actor> }}
 */
export function applyCorrections(analysis, corrections) {
  const actors = new Map(analysis.actors.map((actor) => [actor.id, actor]));
  const texts = new Map(analysis.documents.map((document) => [document.id, document.text]));
  /** @type {Claim[]} */
  let claims = analysis.claims.map((claim) => ({ ...claim, key: claimKey(claim) }));
  for (const correction of corrections) claims = apply(correction, claims, actors, texts);
  claims = claims.filter((claim) => claim.source !== claim.target);
  number(claims);
  return { claims, actors };
}

/** Gives each claim its place, and the number of its line: lines are gathered at each filter, and strings would make that slow. @param {Claim[]} claims */
function number(claims) {
  const keys = claims.map((claim) => `${pairKey(claim.source, claim.target)}|${claim.sign}`);
  const numbers = new Map([...new Set(keys)].sort().map((key, at) => [key, at]));
  claims.forEach((claim, index) => Object.assign(claim, { index, line: numbers.get(keys[index]) }));
}

/** @param {Correction} correction @param {Claim[]} claims @param {Map<string, Actor>} actors @param {Map<string, string>} texts */
function apply(correction, claims, actors, texts) {
  switch (correction.type) {
    case 'merge':
      actors.delete(correction.from);
      return claims.map((claim) => rename(claim, correction.from, correction.into, 'actors merged'));
    case 'hide':
      actors.delete(correction.actor);
      return claims.filter((claim) => claim.source !== correction.actor && claim.target !== correction.actor);
    case 'reject':
      return claims.filter((claim) => claim.key !== correction.claim);
    case 'retype':
      return edit(claims, correction.claim, { kind: correction.kind, sign: signOfKind(correction.kind) }, `was read otherwise`);
    case 'sign':
      return edit(claims, correction.claim, { sign: correction.sign }, 'sign changed');
    case 'status':
      return edit(claims, correction.claim, { status: correction.status }, 'status changed');
    case 'add':
      return texts.has(correction.claim.document) ? [...claims, { ...correction.claim, corrected: 'added by hand' }] : claims;
    case 'reassign':
      return reassign(correction, claims, actors, texts);
    case 'alias':
      return claims;
  }
}

/** @param {Claim[]} claims @param {string} key @param {Partial<Claim>} change @param {string} corrected */
const edit = (claims, key, change, corrected) => claims.map((claim) => (claim.key === key ? { ...claim, ...change, corrected } : claim));

/** @param {Claim} claim @param {string} from @param {string} into @param {string} corrected @returns {Claim} */
function rename(claim, from, into, corrected) {
  if (claim.source !== from && claim.target !== from) return claim;
  return {
    ...claim,
    source: claim.source === from ? into : claim.source,
    target: claim.target === from ? into : claim.target,
    corrected,
  };
}

/** @param {Extract<Correction, { type: 'reassign' }>} correction @param {Claim[]} claims @param {Map<string, Actor>} actors @param {Map<string, string>} texts */
function reassign({ words, from, to, name }, claims, actors, texts) {
  const old = actors.get(from);
  if (!actors.has(to)) {
    actors.set(to, { id: to, name, kind: old?.kind ?? 'other', latitude: old?.latitude ?? null, longitude: old?.longitude ?? null, members: [] });
  }
  /** @param {Claim} claim @param {{ start: number, end: number }} mention */
  const says = (claim, mention) => texts.get(claim.document)?.slice(mention.start, mention.end).toLowerCase() === words.toLowerCase();
  return claims.map((claim) => {
    const source = claim.source === from && says(claim, claim.sourceMention) ? to : claim.source;
    const target = claim.target === from && says(claim, claim.targetMention) ? to : claim.target;
    return source === claim.source && target === claim.target ? claim : { ...claim, source, target, corrected: 'actor split off' };
  });
}

/** Claims as the core knows them. @param {Claim[]} claims @returns {Claim[]} */
export const plainClaims = (claims) => claims.map(({ key: _key, index: _index, line: _line, corrected: _corrected, ...claim }) => claim);
