//! Where a mention stands relative to a trigger: the path of dependency arcs between them, shortened to what decides roles.
//!
//! A slot is a short path, written with dots: `subj`, `obj`, `with`, `obj.poss` (the possessor of the object), `^obj.subj`
//! (the subject of the verb whose object the trigger is). Passives are turned round, coordination is looked through.

use super::arcs::Arcs;
use crate::syntax::Upos;

/// Longest path kept; what lies deeper is `far`.
const STEPS: usize = 4;
/// Most arcs looked down.
const DEEPEST: usize = 12;

/// A short path; each step is a relation, a preposition, or either with `^` where the path climbs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot([u16; STEPS]);

impl Slot {
    /// The path's steps as small numbers, zero-padded: for hashing into features.
    pub fn steps(self) -> [u16; STEPS] {
        self.0
    }

    /// Reads a slot from its written form; `None` if a step is unknown.
    pub fn from_name(name: &str) -> Option<Slot> {
        let mut slot = Slot::default();
        for (index, step) in name.split('.').enumerate() {
            if index == STEPS {
                return None;
            }
            slot.0[index] = code(step)?;
        }
        Some(slot)
    }

    /// What the slot amounts to, whatever the path to it.
    pub fn coarse(self) -> Coarse {
        let steps = self.0.iter().filter(|&&step| step != 0);
        let climbs = steps.clone().take_while(|&&step| step & CLIMB != 0).count();
        let shared = matches!(self.0[0], step if step == CLIMB | CONTROL);
        let Some(&first) = steps.clone().nth(climbs) else { return Coarse::Far };
        let deep = steps.count() > climbs + 1;
        match first {
            FAR => Coarse::Far,
            SELF if climbs == 0 => Coarse::Itself,
            SELF => Coarse::Above,
            SUBJECT if climbs == 0 || shared => {
                if deep {
                    Coarse::InSubject
                } else {
                    Coarse::Subject
                }
            }
            SUBJECT => Coarse::SubjectAbove,
            OBJECT | INDIRECT if climbs == 0 => {
                if deep {
                    Coarse::InObject
                } else {
                    Coarse::Object
                }
            }
            POSSESSOR | MODIFIER | APPOSITION if climbs == 0 && !deep => Coarse::Modifier,
            step if step & PREPOSITION != 0 && climbs == 0 => {
                if deep {
                    Coarse::InOblique
                } else {
                    Coarse::Oblique
                }
            }
            step if step & PREPOSITION != 0 => Coarse::ObliqueAbove,
            _ if climbs == 0 => Coarse::Below,
            _ => Coarse::Beside,
        }
    }
}

/// A path while it is walked: those of more than [`STEPS`] steps are only known to be too long.
#[derive(Default)]
struct Steps {
    of: [u16; STEPS],
    count: usize,
}

impl Steps {
    fn push(&mut self, step: u16) {
        self.insert(self.count, step);
    }

    fn insert(&mut self, at: usize, step: u16) {
        if self.count < STEPS {
            self.of.copy_within(at..self.count, at + 1);
            self.of[at] = step;
        }
        self.count += 1;
    }

    fn fit(&self) -> bool {
        self.count <= STEPS
    }

    fn slot(&self) -> Slot {
        if self.fit() { Slot(self.of) } else { Slot([FAR, 0, 0, 0]) }
    }
}

/// A slot in rough: the kind of argument that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Coarse {
    Itself,
    Subject,
    InSubject,
    SubjectAbove,
    Object,
    InObject,
    Oblique,
    InOblique,
    ObliqueAbove,
    Modifier,
    Above,
    Below,
    Beside,
    Far,
}

/// Steps that are not prepositions. `^` before a step means that the path climbs from the trigger to its governor; `!` after it
/// that the antecedent of a clause is acted upon rather than acting.
macro_rules! steps {
    ($($name:ident = $code:literal $word:literal,)+) => {
        $(const $name: u16 = $code;)+
        const STEP_NAMES: &[&str] = &["", $($word,)+];
    };
}
steps! {
    SELF = 1 "self",
    SUBJECT = 2 "subj",
    OBJECT = 3 "obj",
    INDIRECT = 4 "iobj",
    POSSESSOR = 5 "poss",
    MODIFIER = 6 "mod",
    APPOSITION = 7 "appos",
    CLAUSE = 8 "clause",
    PARTICIPLE = 9 "acl",
    RELATIVE = 10 "relcl",
    ADVERBIAL = 11 "advcl",
    OBLIQUE = 12 "obl",
    NOMINAL = 13 "nmod",
    OTHER = 14 "dep",
    COORDINATED = 15 "conj",
    FAR = 16 "far",
    CASE = 17 "case",
    CONTROL = 18 "control",
    LOOSE = 19 "parataxis",
}
const PREPOSITION: u16 = 1 << 9;
const CLIMB: u16 = 1 << 10;
const VOICE: u16 = 1 << 11;

/// Prepositions that tell roles apart; others fall under `obl` or `nmod`.
const PREPOSITIONS: &[&str] = &[
    "about",
    "above",
    "across",
    "after",
    "against",
    "alongside",
    "amid",
    "among",
    "around",
    "as",
    "at",
    "away",
    "because",
    "before",
    "behind",
    "beside",
    "between",
    "beyond",
    "by",
    "despite",
    "due",
    "during",
    "following",
    "for",
    "from",
    "in",
    "including",
    "inside",
    "into",
    "like",
    "of",
    "off",
    "on",
    "onto",
    "out",
    "outside",
    "over",
    "since",
    "than",
    "through",
    "to",
    "together",
    "toward",
    "towards",
    "under",
    "unlike",
    "until",
    "upon",
    "via",
    "vis",
    "with",
    "within",
    "without",
];

fn code(step: &str) -> Option<u16> {
    let (climb, plain) = step.strip_prefix('^').map_or((0, step), |rest| (CLIMB, rest));
    let (voice, plain) = plain.strip_suffix('!').map_or((0, plain), |rest| (VOICE, rest));
    let named = STEP_NAMES.iter().position(|&name| name == plain && !name.is_empty()).map(|at| at as u16);
    let preposition = || PREPOSITIONS.binary_search(&plain).ok().map(|at| PREPOSITION | at as u16);
    named.or_else(preposition).map(|step| climb | voice | step)
}

impl Arcs<'_> {
    /// The preposition that introduces a noun, if it is one that tells roles apart.
    pub fn preposition(&self, noun: usize) -> Option<u16> {
        let all = || (0..self.words.len()).map(|noun| self.preposition_before(noun)).collect();
        self.prepositions.get_or_init(all)[noun]
    }

    fn preposition_before(&self, noun: usize) -> Option<u16> {
        let case = self
            .children(noun)
            .iter()
            .copied()
            .find(|&child| self.words[child].relation == "case" && self.words[child].xpos != "POS")?;
        PREPOSITIONS.binary_search(&self.words[case].lemma.as_str()).ok().map(|at| PREPOSITION | at as u16)
    }

    /// The slot of the mention headed by `mention` relative to `trigger`.
    pub fn slot(&self, trigger: usize, mention: usize) -> Slot {
        if trigger == mention {
            return Slot([SELF, 0, 0, 0]);
        }
        let mut steps = Steps::default();
        let mut at = trigger;
        let mut shared = None;
        // Climbs from the trigger until the mention lies below; each step up adds at most one step to the path.
        for _ in 0..6 {
            if self.is_below(mention, at) {
                let base = steps.count;
                if !self.descend(at, mention, &mut steps) {
                    break;
                }
                if let Some(mark) = shared.filter(|_| !self.shares(trigger, mention, steps.of[base])) {
                    steps.insert(base, mark);
                }
                return steps.slot();
            }
            let Some(parent) = self.parent(at) else { break };
            match self.climb(at, parent, mention) {
                Some(step) => {
                    steps.push(step);
                    shared = None;
                }
                None if self.words[at].relation == "conj" => shared = Some(CLIMB | COORDINATED),
                None => shared = Some(CLIMB | CLAUSE),
            }
            at = parent;
        }
        Slot([FAR, 0, 0, 0])
    }

    /// True where an argument of the governor is the trigger's own as well: its subject, and what follows both.
    fn shares(&self, trigger: usize, mention: usize, step: u16) -> bool {
        let verb = self.words[trigger].upos == Upos::Verb;
        step == SUBJECT || (verb && mention > trigger) || (!verb && step != OBJECT)
    }

    /// The step that leaving `at` for its governor adds; none where the two share their arguments.
    fn climb(&self, at: usize, parent: usize, mention: usize) -> Option<u16> {
        let word = &self.words[at];
        let has_subject = || self.child(at, &["nsubj", "nsubj:pass"]).is_some();
        Some(match word.relation {
            "conj" => return None,
            "xcomp" if !has_subject() => return None,
            "advcl" | "parataxis" if word.upos == Upos::Verb && !has_subject() => CLIMB | CONTROL,
            "acl" if mention == parent || self.same_coordination(mention, parent) => {
                CLIMB | if self.is_passive(at) { PARTICIPLE | VOICE } else { PARTICIPLE }
            }
            "acl:relcl" => CLIMB | if self.relative_is_subject(at) { RELATIVE } else { RELATIVE | VOICE },
            "obj" => CLIMB | OBJECT,
            "nsubj" => CLIMB | SUBJECT,
            "nsubj:pass" => CLIMB | OBJECT,
            "obl" | "obl:agent" | "nmod" => CLIMB | self.preposition(at).unwrap_or(OBLIQUE),
            "nmod:poss" => CLIMB | POSSESSOR,
            "amod" | "compound" => CLIMB | MODIFIER,
            "appos" => CLIMB | APPOSITION,
            "case" => CLIMB | CASE,
            "advcl" => CLIMB | ADVERBIAL,
            "acl" => CLIMB | PARTICIPLE,
            "ccomp" | "csubj" | "xcomp" => CLIMB | CLAUSE,
            "parataxis" => CLIMB | LOOSE,
            _ => CLIMB | OTHER,
        })
    }

    /// Adds the steps from `top` down to `mention`, looking through coordination and apposition at the end.
    fn descend(&self, top: usize, mention: usize, steps: &mut Steps) -> bool {
        if top == mention {
            steps.push(SELF);
            return steps.fit();
        }
        let mut chain = [0; DEEPEST];
        let mut depth = 0;
        let mut at = mention;
        while at != top {
            if depth == DEEPEST {
                return false;
            }
            chain[depth] = at;
            depth += 1;
            at = self.words[at].head;
        }
        let start = steps.count;
        let mut verb = top;
        for &node in chain[..depth].iter().rev() {
            let relation = self.words[node].relation;
            let step = match relation {
                // The members of a coordination share the place of its first.
                "conj" | "flat" | "flat:name" | "fixed" | "list" => None,
                "nsubj" | "csubj" => Some(SUBJECT),
                "nsubj:pass" => Some(OBJECT),
                "obj" => Some(OBJECT),
                "iobj" => Some(INDIRECT),
                "obl:agent" => Some(SUBJECT),
                "obl" | "nmod" | "nmod:desc" | "obl:unmarked" | "nmod:unmarked" => {
                    let preposition = self.preposition(node);
                    if preposition.is_some_and(|at| at == PREPOSITION | by()) && self.is_passive(verb) {
                        Some(SUBJECT)
                    } else {
                        Some(preposition.unwrap_or(if relation.starts_with("obl") { OBLIQUE } else { NOMINAL }))
                    }
                }
                "nmod:poss" => Some(POSSESSOR),
                "amod" | "compound" | "nummod" | "det" => Some(MODIFIER),
                "appos" => Some(APPOSITION),
                "acl" => Some(PARTICIPLE),
                "acl:relcl" => Some(RELATIVE),
                "advcl" | "advcl:relcl" => Some(ADVERBIAL),
                "ccomp" | "xcomp" => Some(CLAUSE),
                "parataxis" => Some(LOOSE),
                _ => Some(OTHER),
            };
            if let Some(step) = step {
                steps.push(step);
            } else if steps.count == start {
                steps.push(COORDINATED);
            }
            verb = node;
        }
        steps.fit()
    }

    fn relative_is_subject(&self, verb: usize) -> bool {
        match self.child(verb, &["nsubj", "nsubj:pass"]) {
            Some(subject) => matches!(self.words[subject].lemma.as_str(), "who" | "which" | "that"),
            None => false,
        }
    }
}

fn by() -> u16 {
    PREPOSITIONS.binary_search(&"by").unwrap_or(0) as u16
}
