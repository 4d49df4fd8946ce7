// The shapes that pass between the core, the state and the views. The core's own are those that it declares.

import type {
  Actor, AllianceMap, Analysis as CoreAnalysis, ClaimView, DocumentInput as CoreInput, DocumentView, Kind, Sign, Status,
} from '../pkg/alliance_map.js';

export type {
  Actor, ComparedTie, Comparison, DocumentView, Kind, MentionView as Mention, Range, Sign, Status, UnreadView as Unread,
} from '../pkg/alliance_map.js';

export interface DocumentInput extends CoreInput {
  /** Id of the sample that this document is, so that a link can name it without carrying its text. */
  sample?: string;
}
export interface Claim extends ClaimView {
  /** Set by the page: place among the corrected claims, as the core's drawing counts them. */
  index?: number;
  /** Set by the page: number of its line, in the order of their keys. */
  line?: number;
  /** Set by the page: stays the same when the article is read again. */
  key?: string;
  /** Set by the page: what a person changed, in words. */
  corrected?: string;
}
/** A reading without what is drawn of it. */
export interface Analysis extends Omit<CoreAnalysis, keyof AllianceMap | 'claims' | 'offsets' | 'record'> {
  claims: Claim[];
  /** Not in every saved project. */
  record?: CoreAnalysis['record'];
}
/** The core's drawing of claims; all numbers are indices into the claims, ties or blocs that it drew. */
export type Drawn = AllianceMap;

/** One stroke of the picture and one row of the table: a pair of actors and a sign. */
export interface Line {
  key: string; pair: string; a: string; b: string; sign: Sign; status: Status; claims: Claim[];
  /** One claim holds what another denies. */
  contested: boolean;
  /** Arrowhead at b, at a. */
  forward: boolean; backward: boolean;
}

export type Correction =
  | { type: 'merge'; from: string; into: string }
  | { type: 'reassign'; words: string; from: string; to: string; name: string }
  | { type: 'alias'; words: string; actor: string }
  | { type: 'hide'; actor: string }
  | { type: 'reject'; claim: string }
  | { type: 'retype'; claim: string; kind: Kind }
  | { type: 'sign'; claim: string; sign: Sign }
  | { type: 'status'; claim: string; status: Status }
  | { type: 'add'; claim: Claim };

export interface Filters {
  signs: Sign[]; kinds: Kind[]; statuses: Status[];
  /** Documents left out, by id; new ones are in by themselves. */
  hiddenDocuments: string[];
  /** 0 to 1: claims less sure than this are hidden. */
  certainty: number;
}
export type ViewName = 'map' | 'network' | 'matrix' | 'timeline' | 'table' | 'comparison';
export type Selection =
  | null
  | { type: 'tie'; a: string; b: string }
  | { type: 'actor'; id: string }
  | { type: 'document'; id: string; claim?: string };

export interface State {
  documents: DocumentInput[];
  analysis: Analysis | null;
  /** The core's drawing of the corrected claims. */
  drawn: Drawn | null;
  /** What the claims that are shown say together; null until it is first written. */
  summary: string | null;
  reading: { done: number; total: number; title: string } | null;
  /** Places in the network view. */
  places: Map<string, [number, number]>;
  /** Where a person has put actors in the network view. */
  pins: Map<string, [number, number]>;
  view: ViewName;
  selection: Selection;
  /** Keep only this actor and its neighbours. */
  neighbourhood: string | null;
  filters: Filters;
  compared: string[];
  /** Only the compared articles are drawn, each line with the letters of those that claim it. */
  comparing: boolean;
  groups: string[];
  borders: boolean;
  corrections: Correction[];
  undone: Correction[][];
  history: Correction[][];
  /** Whether the box for new articles is open. */
  adding: boolean;
  notices: { id: number; tone: 'info' | 'warning'; text: string }[];
}

/** What views draw: the analysis after corrections and filters. */
export interface Model {
  documents: Map<string, DocumentView>;
  actors: Map<string, Actor>;
  /** Other words that stand for an actor in these articles. */
  aliases: Map<string, string[]>;
  /** After corrections, before filters. */
  allClaims: Claim[];
  claims: Claim[];
  lines: Line[];
  linesByActor: Map<string, Line[]>;
  linesByPair: Map<string, Line[]>;
  contestedPairs: string[];
  /** While articles are compared: the letter of each. */
  letters: Map<string, string>;
}

export interface Project {
  schema: 1; kind: 'alliance-map-project'; documents: DocumentInput[]; corrections: Correction[];
  analysis?: Analysis; drawn?: Drawn; view?: ViewName; filters?: Filters; borders?: boolean; compared?: string[]; withoutText?: boolean;
}
