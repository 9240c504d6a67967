import { editDistance } from '#lib/text/distance.ts';
import { soundsAlike, soundsSame, type Sound } from '#lib/text/skeleton.ts';
import { carryingWords, type Spelling, type Subject } from './subjects.ts';
import { slips } from './typos.ts';

/** By what rule a stretch of the typed words is a subject, best first. */
export const MATCH_RULES = [
	'exact',
	'particles',
	'surname',
	'skeleton',
	'typo',
	'given-name'
] as const;
export type MatchRule = (typeof MATCH_RULES)[number];

/** A stretch of the typed words, also as far as they carry the name of a person or of something else. */
export interface Stretch {
	key: string;
	person: Carrying;
	other: Carrying;
}

interface Carrying {
	sounds: Sound[];
	/** Its words without spaces: "Abdul Kafi" is "Abdulkafi". */
	joined: string;
}

/** Joins words to a stretch. */
export function stretchOf(sounds: Sound[]): Stretch {
	const words = sounds.map(({ word }) => word);
	const carrying = (type?: 'person'): Carrying => {
		const kept = carryingWords(words, type);
		const all = kept.length === words.length;
		const carrying = all ? sounds : sounds.filter(({ word }) => kept.includes(word));
		return { sounds: carrying, joined: kept.join('') };
	};
	return { key: words.join(' '), person: carrying('person'), other: carrying() };
}

/** Equal, the initial of it, or with its article joined on: "j kerry", "alassad". */
function isWord(typed: string | undefined, word: string): boolean {
	if (typed === word || typed === undefined) return typed === word;
	if (typed.length === 1) return typed === word[0];
	return typed.length === word.length + 2 && typed.startsWith('al') && typed.endsWith(word);
}

function isInOrder(typed: Sound[], words: string[]): boolean {
	let at = 0;
	for (const word of words) if (isWord(typed[at]?.word, word)) at += 1;
	return at === typed.length;
}

/** The last word of a person's name, with or without others of its words. */
function isSurname({ person }: Stretch, { type }: Subject, { words }: Spelling): boolean {
	if (type !== 'person' || person.sounds.length >= words.length) return false;
	const last = words.at(-1) ?? '';
	const typedLast = person.sounds.at(-1)?.word ?? '';
	const isLast = typedLast.length > 1 && isWord(typedLast, last);
	return isLast && isInOrder(person.sounds, words);
}

function soundsLike(typed: Sound[], wanted: Sound[], isAlike: typeof soundsAlike): boolean {
	return (
		typed.length === wanted.length &&
		wanted.every((sound, at) => {
			const heard = typed[at];
			return heard !== undefined && isAlike(heard, sound);
		})
	);
}

/** People's names are written down by ear; of places, too many would sound alike: Oman and Amman. */
function isSameSound(stretch: Stretch, { type }: Subject, { sounds }: Spelling): boolean {
	if (type === undefined) return false;
	if (type !== 'person') return soundsLike(stretch.other.sounds, sounds, soundsSame);
	const typed = stretch.person.sounds;
	return [sounds, sounds.slice(-1)].some((wanted) => soundsLike(typed, wanted, soundsAlike));
}

function isSameWords(stretch: Stretch, { type }: Subject, { words, joined }: Spelling): boolean {
	const typed = type === 'person' ? stretch.person : stretch.other;
	if (typed.joined === joined) return true;
	return (
		typed.sounds.length === words.length &&
		typed.sounds.at(-1)?.word === words.at(-1) &&
		words.every((word, at) => isWord(typed.sounds[at]?.word, word))
	);
}

function isMisspelt({ key }: Stretch, _: Subject, { wordings }: Spelling): boolean {
	return wordings.some((wording) => slips(key, wording) < Infinity);
}

function isGivenName({ key }: Stretch, { type }: Subject, { words }: Spelling): boolean {
	return type === 'person' && words.length > 1 && key === words[0];
}

type Test = (stretch: Stretch, subject: Subject, spelling: Spelling) => boolean;

const TESTS: Record<MatchRule, Test> = {
	exact: ({ key }, _, spelling) => key === spelling.key,
	particles: isSameWords,
	surname: isSurname,
	skeleton: isSameSound,
	typo: isMisspelt,
	'given-name': isGivenName
};

/** Whether a stretch is a subject by a rule. */
export function isMatch(rule: MatchRule, stretch: Stretch, subject: Subject): boolean {
	return subject.spellings.some((spelling) => TESTS[rule](stretch, subject, spelling));
}

/** How many letters a stretch is from the nearest spelling of a subject, up to 3. */
export function distanceTo(stretch: Stretch, subject: Subject): number {
	let nearest = 3;
	for (const { text } of subject.spellings.flatMap(({ wordings }) => wordings)) {
		nearest = Math.min(nearest, editDistance(stretch.key, text, 2));
	}
	return nearest;
}
