/* tslint:disable */
/* eslint-disable */

/** A text as a person hands it over. */
export interface DocumentInput {
    /** Unique among the documents read together. */
    id: string;
    /** The text, in any mark-up. */
    text: string;
    /** How the text is marked up; `auto` if left out. */
    format?: "auto" | "text" | "markdown" | "html";
    /** Found in the text if left out. */
    title?: string | null;
    /** ISO 8601: `2021`, `2021-03` or `2021-03-18`. Found in the text if left out. */
    date?: string | null;
    /** Found in the text if left out. */
    source?: string | null;
}

/** How documents are read and drawn. */
export interface Options {
    /** Claims less certain than this, 0 to 1, are left out; 0 if left out. */
    minimumCertainty?: number;
    /** Actors and names to read with beside those of the tables, or in place of them. */
    overrides?: Overrides;
}

/** An actor replaces the one with its id; an alias replaces all readings of that name. */
export interface Overrides {
    actors?: ActorOverride[];
    aliases?: AliasOverride[];
}

/** An actor that a person adds. Dates are ISO 8601. */
export interface ActorOverride {
    /** Upper-case id. */
    id: string;
    /** For people to read; the id if left out. It becomes an alias too. */
    name?: string;
    /** `other` if left out. */
    kind?: ActorKind;
    from?: string;
    to?: string;
    latitude?: number;
    longitude?: number;
    /** Nouns that may refer back to the actor. */
    descriptors?: string[];
}

/** A name that a person adds. Dates are ISO 8601. */
export interface AliasOverride {
    /** As it is written, with the capitals of running text. */
    alias: string;
    /** Id of the actor, or `-` where it is no actor. */
    actor: string;
    /** `name` if left out. */
    how?: AliasHow;
    from?: string;
    to?: string;
    /** Words nearby that decide for this reading; `*` where it wins by default. */
    cues?: string[];
}

/** The forms in which an analysis leaves for other programs. */
export type ExportFormat = "json" | "csv" | "ties-csv" | "graphml" | "gexf" | "claims-jsonl";


/**
 * A document's text and how it was divided.
 */
export interface DocumentView {
    /**
     * As handed in.
     */
    id: string;
    /**
     * Given, or found in the text.
     */
    title: string | null;
    /**
     * ISO 8601, given or found in the text.
     */
    date: string | null;
    /**
     * Given, or found in the text.
     */
    source: string | null;
    /**
     * The readable text that all offsets refer to.
     */
    text: string;
    /**
     * Sentences, headings and list items, in order.
     */
    sentences: Range[];
    /**
     * What was not read as prose, in order.
     */
    skipped: SkippedView[];
}

/**
 * A half-open range of offsets into a document's text.
 */
export interface Range {
    /**
     * First.
     */
    start: number;
    /**
     * One past the last.
     */
    end: number;
}

/**
 * A member of one bloc with friendly ties to another.
 */
export interface Between {
    /**
     * The member.
     */
    actor: ActorId;
    /**
     * Index of the other bloc.
     */
    bloc: number;
    /**
     * Indices of the friendly ties to its members.
     */
    ties: number[];
}

/**
 * A pair about which documents contradict each other.
 */
export interface DisputedTie {
    /**
     * The actor whose id sorts first.
     */
    a: ActorId;
    /**
     * The other.
     */
    b: ActorId;
    /**
     * What is disputed, with the claims on each side.
     */
    disagreements: Disagreement[];
}

/**
 * A pair that was seen but not read.
 */
export interface UnreadView {
    /**
     * Id of the document.
     */
    document: string;
    /**
     * Where the sentence starts.
     */
    start: number;
    /**
     * Where it ends.
     */
    end: number;
    /**
     * The first actor.
     */
    source: ActorId;
    /**
     * The second actor.
     */
    target: ActorId;
    /**
     * The words that might show a relationship.
     */
    cue: Range;
}

/**
 * A span that stands for an actor.
 */
export interface MentionView {
    /**
     * Id of the document.
     */
    document: string;
    /**
     * First offset.
     */
    start: number;
    /**
     * One past the last.
     */
    end: number;
    /**
     * Whom it stands for.
     */
    actor: ActorId;
    /**
     * How it was bound.
     */
    how: How;
    /**
     * 0 to 1, to three decimals.
     */
    certainty: number;
}

/**
 * A stretch that was not read as prose.
 */
export interface SkippedView {
    /**
     * First offset.
     */
    start: number;
    /**
     * One past the last.
     */
    end: number;
    /**
     * Why, for a person to read.
     */
    reason: string;
}

/**
 * A time, in words and as ISO 8601.
 */
export interface WhenView {
    /**
     * The words.
     */
    text: string;
    /**
     * Start, to the precision that the words have.
     */
    from: string | null;
    /**
     * End, likewise.
     */
    to: string | null;
}

/**
 * A treaty of mutual defence.
 */
export interface TreatyView {
    /**
     * For people to read.
     */
    name: string;
    /**
     * Whom it bound, actors of this analysis or not.
     */
    parties: ActorId[];
    /**
     * When it was signed.
     */
    signed: string | null;
    /**
     * When it ended; none where it is in force.
     */
    ended: string | null;
    /**
     * What this rests on.
     */
    source: string;
}

/**
 * All claims about one pair, over documents. `a` sorts before `b`.
 */
export interface Tie {
    /**
     * The actor whose id sorts first.
     */
    a: ActorId;
    /**
     * The other.
     */
    b: ActorId;
    /**
     * What prevails: friendly where friendly claims outweigh hostile ones, each counted by its certainty, and the
     * reverse. Asserted claims decide, possible ones only where nothing is asserted.
     */
    sign: Sign;
    /**
     * Friendly claims, asserted or possible.
     */
    friendly: number;
    /**
     * Hostile claims, asserted or possible.
     */
    hostile: number;
    /**
     * Neutral claims, asserted or possible.
     */
    neutral: number;
    /**
     * Denied claims of any sign.
     */
    denied: number;
    /**
     * Claims of any sign that something is over.
     */
    ended: number;
    /**
     * Some claim holds what another denies.
     */
    contested: boolean;
    /**
     * Friendly and hostile claims are both asserted, which is no contradiction: rivals trade.
     */
    mixed: boolean;
    /**
     * The claims by sign: the lines to draw, at most one per sign, friendly first.
     */
    strands: Strand[];
    /**
     * What is contested, by kind of the denied claims.
     */
    disagreements: Disagreement[];
    /**
     * Indices of all claims about the pair.
     */
    claims: number[];
}

/**
 * An actor that links sides: friendly with two who are hostile to each other, or with members of several blocs.
 */
export interface Broker {
    /**
     * The actor.
     */
    actor: ActorId;
    /**
     * Pairs of its friends that are hostile to each other; at most 100.
     */
    sides: [ActorId, ActorId][];
    /**
     * Indices of the blocs among whose members it has friends, where there are several.
     */
    blocs: number[];
}

/**
 * Claims about one pair of which some hold what the others deny.
 */
export interface Disagreement {
    /**
     * What is denied.
     */
    kind: Kind;
    /**
     * Indices of the claims that hold it.
     */
    holding: number[];
    /**
     * Indices of the claims that deny it.
     */
    denying: number[];
}

/**
 * Claims by the year that they speak of.
 */
export interface Timeline {
    /**
     * Years with claims, in order. A claim about several years stands in the first.
     */
    years: YearOfClaims[];
    /**
     * Indices of claims whose sentence gives no year.
     */
    undated: number[];
}

/**
 * How a span came to stand for an actor.
 */
export type How = "name" | "demonym" | "metonym" | "person" | "pronoun" | "phrase";

/**
 * How an alias stands for its actor.
 */
export type AliasHow = "name" | "acronym" | "adjective" | "demonym" | "prefix" | "capital" | "seat" | "party" | "force" | "service" | "media" | "nickname";

/**
 * How documents speak of the same pairs.
 */
export interface Comparison {
    /**
     * What at least two of the documents claim.
     */
    shared: ComparedTie[];
    /**
     * What only one of them claims.
     */
    single: ComparedTie[];
    /**
     * What one of them holds and another denies.
     */
    disputed: DisputedTie[];
}

/**
 * How the triads of a map fit together (Heider 1946, Cartwright and Harary 1956).
 */
export interface Balance {
    /**
     * Triads with no or two hostile ties: friends' friends and common foes.
     */
    balanced: number;
    /**
     * Triads with one or three hostile ties: someone's friends are at odds, or all three are.
     */
    strained: number;
    /**
     * The triads, those with the most claims first, strained before balanced; at most 1,000.
     */
    triads: Triad[];
}

/**
 * One membership from joining to leaving.
 */
export interface MembershipView {
    /**
     * The organisation.
     */
    organisation: ActorId;
    /**
     * The member.
     */
    member: ActorId;
    /**
     * When it joined.
     */
    from: string | null;
    /**
     * When it left; none where it is still a member.
     */
    to: string | null;
    /**
     * Empty for full members, else `observer`, `associate`, `suspended` and the like.
     */
    grade: string;
}

/**
 * One relationship that one sentence states.
 */
export interface ClaimView {
    /**
     * Id of the document.
     */
    document: string;
    /**
     * Index into the document's sentences.
     */
    sentence: number;
    /**
     * Where the sentence starts.
     */
    start: number;
    /**
     * Where it ends.
     */
    end: number;
    /**
     * The one who acts, where the claim has a direction.
     */
    source: ActorId;
    /**
     * The other.
     */
    target: ActorId;
    /**
     * What the relationship is.
     */
    kind: Kind;
    /**
     * Whether it goes from source to target only.
     */
    directed: boolean;
    /**
     * Whether the kind brings the two together or apart.
     */
    sign: Sign;
    /**
     * Whether it is held true, denied, possible or over.
     */
    status: Status;
    /**
     * Whom the text cites for it; none for the text's own voice.
     */
    attribution: AttributionView | null;
    /**
     * When, if the sentence says so.
     */
    when: WhenView | null;
    /**
     * The words that show the kind.
     */
    cue: Range;
    /**
     * The words that stand for the source; they may lie in an earlier sentence.
     */
    sourceMention: Range;
    /**
     * The words that stand for the target.
     */
    targetMention: Range;
    /**
     * 0 to 1, to three decimals: of claims at this score at least this share name the right pair and kind, by a cautious estimate
     * (the lower end of Wilson's interval; `models/claims.md`). Status, time and speaker are not judged.
     */
    certainty: number;
    /**
     * The frame whose words show it; `by-example` where no frame has them.
     */
    frame: string;
}

/**
 * One token with its analysis, for a look behind a sentence.
 */
export interface WordView {
    /**
     * First offset.
     */
    start: number;
    /**
     * One past the last.
     */
    end: number;
    /**
     * The letters as read.
     */
    form: string;
    /**
     * Dictionary form.
     */
    lemma: string;
    /**
     * Universal part-of-speech tag (`PROPN`).
     */
    upos: string;
    /**
     * Penn Treebank tag (`NNP`).
     */
    xpos: string;
    /**
     * Index of the governing word in the sentence; its own for the root.
     */
    head: number;
    /**
     * Universal relation (`nsubj:pass`).
     */
    relation: string;
}

/**
 * Someone who stands somewhere.
 */
export interface Actor {
    /**
     * ISO 3166-1 alpha-3 or the usual short name.
     */
    id: ActorId;
    /**
     * For people to read.
     */
    name: string;
    /**
     * What sort of actor.
     */
    kind: ActorKind;
    /**
     * Degrees north, where the actor has a place.
     */
    latitude: number | null;
    /**
     * Degrees east.
     */
    longitude: number | null;
    /**
     * Full members of an organisation at the date of the latest document, as far as the record goes; where it had
     * none then, or no document has a date, those of all times.
     */
    members: ActorId[];
}

/**
 * The claims about one year.
 */
export interface YearOfClaims {
    /**
     * Of the common era.
     */
    year: number;
    /**
     * Indices of the claims.
     */
    claims: number[];
}

/**
 * The claims of all documents drawn together.
 */
export interface AllianceMap {
    /**
     * One per pair of actors with a claim, in the order of their ids.
     */
    ties: Tie[];
    /**
     * Groups held together by friendly ties, largest first.
     */
    blocs: Bloc[];
    /**
     * How the triads fit together.
     */
    balance: Balance;
    /**
     * Actors that link the sides, those between the most foes first.
     */
    brokers: Broker[];
    /**
     * The claims by year.
     */
    timeline: Timeline;
    /**
     * What the documents together claim, in two plain sentences of English; in one where nothing is claimed.
     */
    summary: string;
}

/**
 * The claims of one sign about one pair, by document.
 */
export interface ComparedTie {
    /**
     * The actor whose id sorts first.
     */
    a: ActorId;
    /**
     * The other.
     */
    b: ActorId;
    /**
     * Sign of the claims.
     */
    sign: Sign;
    /**
     * Documents that claim it, in the order of their ids.
     */
    documents: DocumentClaims[];
}

/**
 * The claims of one sign about one pair.
 */
export interface Strand {
    /**
     * The sign of their kinds.
     */
    sign: Sign;
    /**
     * How many are asserted.
     */
    asserted: number;
    /**
     * How many are possible.
     */
    possible: number;
    /**
     * How many are denied.
     */
    denied: number;
    /**
     * How many are ended.
     */
    ended: number;
    /**
     * Indices of the claims.
     */
    claims: number[];
}

/**
 * The kind of relationship that a claim states.
 */
export type Kind = "alliance" | "partnership" | "membership" | "military-cooperation" | "economic-cooperation" | "support" | "consultation" | "opposition" | "coercion" | "territorial-dispute" | "conflict" | "neutrality";

/**
 * The reading of a set of documents. `schema` is raised when a field changes its meaning.
 */
export interface Analysis extends AllianceMap {
    /**
     * Version of this shape: 1.
     */
    schema: number;
    /**
     * What all `start` and `end` count.
     */
    offsets: OffsetUnit;
    /**
     * In the order of their ids.
     */
    documents: DocumentView[];
    /**
     * Actors with at least one mention, in the order of their ids; those in no claim too.
     */
    actors: Actor[];
    /**
     * In the order of documents and text.
     */
    mentions: MentionView[];
    /**
     * In the order of documents and text.
     */
    claims: ClaimView[];
    /**
     * Pairs that stand in one sentence with words that might relate them, and not surely enough to be a claim.
     */
    unread: UnreadView[];
    /**
     * What treaties and membership lists say of these actors, beside what the documents claim.
     */
    record: Record;
}

/**
 * Three actors of whom each two have a tie that is asserted to be friendly or hostile.
 */
export interface Triad {
    /**
     * In the order of their ids.
     */
    actors: [ActorId, ActorId, ActorId];
    /**
     * Indices of the ties between the first two, the first and the last, and the last two.
     */
    ties: [number, number, number];
    /**
     * What prevails in each of these ties.
     */
    signs: [Sign, Sign, Sign];
    /**
     * Whether the number of hostile ties is even.
     */
    balanced: boolean;
}

/**
 * Two or more actors held together by friendly ties.
 */
export interface Bloc {
    /**
     * In the order of their ids.
     */
    members: ActorId[];
    /**
     * The member with the strongest friendly ties inside.
     */
    core: ActorId;
    /**
     * Members with friendly ties to other blocs too.
     */
    between: Between[];
}

/**
 * Upper-case id of an actor: ISO 3166-1 alpha-3 for states, the usual short name for others (`CHN`, `NATO`, `PRUSSIA`).
 */
export type ActorId = string;

/**
 * What a sentence says of a relationship's being so.
 */
export type Status = "asserted" | "denied" | "possible" | "ended";

/**
 * What an office phrase makes of the country beside it.
 */
export type OfficeKind = "person" | "institution" | "people";

/**
 * What an offset into a document's text counts.
 */
export type OffsetUnit = "bytes" | "code-points" | "utf16";

/**
 * What one document claims about a pair.
 */
export interface DocumentClaims {
    /**
     * Id of the document.
     */
    document: string;
    /**
     * Indices of its claims.
     */
    claims: number[];
}

/**
 * What sort of actor.
 */
export type ActorKind = "state" | "territory" | "organisation" | "bloc" | "armed-group" | "firm" | "other";

/**
 * What the tables record of the actors of an analysis. Dates are ISO 8601, to the precision known.
 */
export interface Record {
    /**
     * Treaties that bound two or more of them to defend each other.
     */
    treaties: TreatyView[];
    /**
     * Memberships of one of them in another.
     */
    memberships: MembershipView[];
}

/**
 * Whether a kind of claim brings two actors together, apart, or neither.
 */
export type Sign = "+" | "-" | "0";

/**
 * Whom a claim is cited from.
 */
export interface AttributionView {
    /**
     * As the text names the speaker.
     */
    name: string;
    /**
     * The actor that the speaker stands for, if any.
     */
    actor: ActorId | null;
}


/**
 * A set of documents that grows and shrinks without reading any of them again.
 */
export class Collection {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Reads a document and keeps it. Throws, and changes nothing, if its id is taken or a field is not what it should be.
     */
    add(document: DocumentInput): void;
    /**
     * Every name that the tables have for each of these actors, in their order, with the people who acted for them.
     */
    namesOf(actors: string[]): string[][];
    /**
     * An empty collection.
     */
    constructor(options?: Options);
    /**
     * Forgets a document. Returns whether it was there.
     */
    remove(id: string): boolean;
    /**
     * The analysis of all documents that are there now.
     */
    view(): Analysis;
    /**
     * The words of one sentence with their tags and arcs; empty where there is no such sentence.
     */
    words(document: string, sentence: number): WordView[];
}

/**
 * Reads and draws documents in one go. The order of the documents makes no difference, and no text is an error.
 * Throws an `Error` that names the argument where one is not what it should be.
 */
export function analyse(documents: DocumentInput[], options?: Options): Analysis;

/**
 * Compares the documents with those ids: what several claim, what only one claims, what one holds and another denies.
 * Takes an analysis (or just its `claims`, edited or not).
 */
export function compare(analysis: Pick<Analysis, 'claims'>, documents: string[]): Comparison;

/**
 * The sentences of a text in CoNLL-U, the format of treebanks, for other programs on language: words, tags, lemmas and arcs.
 */
export function conllu(text: string): string;

/**
 * Writes an analysis in one of the forms, for a file. What a person edited is written as it now stands; ties, blocs and
 * all that follows from claims and actors are drawn from those.
 */
export function exportAs(analysis: Analysis, format: ExportFormat): string;

/**
 * Draws edited claims again, for a page where a person corrects or filters them: ties, blocs and all that follows
 * from claims and actors. Takes an analysis (or just its `actors` and `claims`); `claims` indices are into those claims.
 */
export function redraw(analysis: Pick<Analysis, 'actors' | 'claims'>): AllianceMap;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_collection_free: (a: number, b: number) => void;
    readonly analyse: (a: any, b: any) => [number, number, number];
    readonly collection_add: (a: number, b: any) => [number, number];
    readonly collection_namesOf: (a: number, b: any) => [number, number, number];
    readonly collection_new: (a: any) => [number, number, number];
    readonly collection_remove: (a: number, b: any) => [number, number, number];
    readonly collection_view: (a: number) => [number, number, number];
    readonly collection_words: (a: number, b: any, c: number) => [number, number, number];
    readonly compare: (a: any, b: any) => [number, number, number];
    readonly conllu: (a: any) => [number, number, number, number];
    readonly exportAs: (a: any, b: any) => [number, number, number, number];
    readonly redraw: (a: any) => [number, number, number];
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path?: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
