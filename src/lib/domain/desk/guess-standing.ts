import type { Name, NameId, NameType, Standing } from '#lib/bank/types.ts';
import { fold } from '#lib/text/fold.ts';
import { words } from '#lib/text/tokens.ts';
import { findNames } from './find-names.ts';
import { guessType, roleOrGroup } from './guess-type.ts';
import type { Stretch } from './sentences.ts';

/** How sure a sentence is, as its words tell, and who says so: to ask the author, not to decide. */
export interface StandingGuess {
	standing: Standing;
	source?: NameId;
	/** Who says so, where nobody has entered the name yet. */
	newSource?: Pick<Name, 'name' | 'type'>;
	/** The word that tells. */
	cue?: Stretch;
}

const SAYING =
	/\b(?:according to|said|says?|told|tells|claim(?:s|ed)?|report(?:s|ed)? that|reported(?: to (?:be|have))?|announced?|warn(?:s|ed)?|insist(?:s|ed)?|den(?:y|ies|ied)|add(?:s|ed)|argued?|explain(?:s|ed)|stated|fear(?:s|ed)|expects?|believes?|alleged(?:ly)?)\b/iu;

const CUES: [Standing, RegExp][] = [
	[
		'estimated',
		/\b(?:(?:is|are|was|were) (?:thought|believed|estimated|understood) to|estimated|estimates?|thought to)\b/iu
	],
	[
		'forecast',
		/\b(?:could|would|may|(?<!military )might|will|likely to|likely|expected to|set to|threatens?|forecasts?|predict(?:s|ed)?)\b/iu
	],
	[
		'opinion',
		/\b(?:called|calls|condemn(?:s|ed)?|critici[sz]ed|prais(?:es|ed)|branded|denounced|described|looks? to be|seems?|appears? to)\b/iu
	],
	['claimed', SAYING]
];

/** A name in large letters. */
const LARGE =
	/(?:(?:al|el)-)?\p{Lu}[\p{L}\p{M}'’.]*(?:(?:\s+(?:bin|ibn|de|van|von|of|the|al|el)(?=[\s-]+\p{Lu}))?[\s-]+(?:(?:al|el)-)?\p{Lu}[\p{L}\p{M}'’.]*)*/gu;
const OF = new RegExp(`^ of (?:the )?${LARGE.source}`, 'u');
const NO_SPEAKER =
	/^(?:the|an?|he|she|it|they|we|i|in|but|and|as|if|who|there|that|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/iu;
/** Words that do not belong to the role behind them: "when a western diplomat". */
const BREAKS =
	/^(?:the|an?|of|in|by|to|and|or|some|other|many|as|when|that|from|for|with|at|on|but|is|was|were|are)$/u;
const SPEAKING: NameType[] = ['person', 'role', 'group', 'organisation', 'country'];

interface Speaker extends Stretch {
	text: string;
	name?: Name;
}

function matches(sentence: string, pattern: RegExp): Speaker[] {
	return Array.from(sentence.matchAll(pattern), (match) => ({
		start: match.index,
		end: match.index + match[0].length,
		text: match[0]
	}));
}

/** Unnamed people and bodies, each with up to two words that tell which. */
function unnamed(sentence: string): Speaker[] {
	const list = words(sentence);
	return list.flatMap((word, at) => {
		if (!roleOrGroup(word.text)) return [];
		let from = at;
		while (from > Math.max(0, at - 2) && !BREAKS.test(list[from - 1]?.text ?? '')) from -= 1;
		const start = list[from]?.start ?? word.start;
		return [{ start, end: word.end, text: sentence.slice(start, word.end) }];
	});
}

/** Of speakers that overlap those listed first. */
function apart(all: Speaker[]): Speaker[] {
	return all.filter(
		({ start, end }, index) =>
			!all.slice(0, index).some((each) => each.start < end && start < each.end)
	);
}

/** Everyone a sentence names, known or not, and the unnamed people it speaks of. */
function speakers(sentence: string, names: readonly Name[]): Speaker[] {
	const known = findNames(sentence, names)
		.filter(({ name }) => SPEAKING.includes(name.type))
		.map((each) => ({ ...each, text: each.name.name }));
	const large = matches(sentence, LARGE).filter(({ text }) => !NO_SPEAKER.test(text));
	const bare = unnamed(sentence);
	const whole = bare
		.filter(({ start, end }) => !known.some((each) => each.start < end && start < each.end))
		.flatMap((one) => withPlace(sentence, one));
	return apart([...whole, ...known, ...bare, ...large]);
}

/** A role or group with what it belongs to: "the mayor of Milltown". */
function withPlace(sentence: string, { start, end }: Speaker): Speaker[] {
	const of = OF.exec(sentence.slice(end))?.[0];
	if (of === undefined) return [];
	return [{ start, end: end + of.length, text: sentence.slice(start, end + of.length) }];
}

/** How far before a verb its speaker stands at most, and how near behind it, in characters. */
const MOST_BEFORE = 90;
const MOST_BEHIND = 6;

const isPerson = ({ name, text }: Speaker) =>
	name ? name.type === 'person' : /^(?!In |At |On |The |From )\p{Lu}\S*\s+\S*\p{Lu}/u.test(text);

/** Whether the speaker stands behind the verb: "…," said Kyle Orton. */
function isTurned(sentence: string, { start, end }: Stretch): boolean {
	if (/^according/iu.test(sentence.slice(start, end))) return true;
	return (
		/[,"”’'.?!]\s*$/u.test(sentence.slice(0, start)) &&
		!/,[^,"”]+,\s*$/u.test(sentence.slice(0, start))
	);
}

/** The speaker of a verb, behind it or before; of a person and their role the person. */
function speakerOf(sentence: string, verb: Stretch, names: readonly Name[]): Speaker | undefined {
	const all = speakers(sentence, names);
	const behind = all.find(({ start }) => start >= verb.end && start - verb.end <= MOST_BEHIND);
	if (behind && isTurned(sentence, verb)) return behind;
	const before = all
		.filter(({ end }) => end <= verb.start && verb.start - end <= MOST_BEFORE)
		.sort((a, b) => b.end - a.end);
	const known = before.filter(({ name }) => name);
	return known.find(isPerson) ?? known[0] ?? before.find(isPerson) ?? before[0];
}

function sourceOf(found: Speaker | undefined): Pick<StandingGuess, 'source' | 'newSource'> {
	if (!found) return {};
	if (found.name) return { source: found.name.id };
	const [head = '', ...rest] = found.text.split(/(?= of )/u);
	const type = roleOrGroup(head);
	const small = found.start === 0 && type ? fold(head) : head;
	const name = [small, ...rest].join('');
	return { newSource: { name, type: type ?? guessType(name, '') } };
}

const stretchOf = (match: RegExpExecArray | null) =>
	match ? { start: match.index, end: match.index + match[0].length } : undefined;

/** The standing of what a sentence says, and its source, as far as its words tell. */
export function guessStanding(sentence: string, names: readonly Name[]): StandingGuess {
	const found = CUES.map(([standing, words]) => ({
		standing,
		cue: stretchOf(words.exec(sentence))
	}));
	const told = found.find(({ cue }) => cue !== undefined);
	if (!told?.cue) return { standing: 'stated' };
	const verb = stretchOf(SAYING.exec(sentence)) ?? told.cue;
	const isSaid = told.standing === 'opinion' || SAYING.test(sentence);
	const isPassive = /^reported to/iu.test(sentence.slice(verb.start, verb.end));
	const speaker = isSaid && !isPassive ? speakerOf(sentence, verb, names) : undefined;
	return { standing: told.standing, ...sourceOf(speaker), cue: told.cue };
}
