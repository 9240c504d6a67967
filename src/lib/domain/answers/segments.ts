import { foldKey } from '#lib/text/fold.ts';
import { soundOf, type Sound } from '#lib/text/skeleton.ts';
import type { ReadyKey, Typed } from './grading.ts';
import { distanceTo, isMatch, stretchOf, type MatchRule, type Stretch } from './match.ts';
import type { Subject } from './subjects.ts';
import { areOpposite, isCarrier, isNegation, stem } from './words.ts';

/** A stretch of what was typed and what it is. */
export interface Found {
	subject: Subject;
	rule: MatchRule;
	typed: string;
	/** Whether it is a rival as much as the answer: a surname two persons share. */
	isShared: boolean;
	/** Whether a slip made a rival of what is near the answer. */
	isVetoed: boolean;
	/** Whether the word before it turns it into something else: "eastern diplomat" for a Western one. */
	isTurned?: boolean;
}

/** What was typed, taken apart into names. */
export interface Segments {
	found: Found[];
	/** Whether something was typed that no name, carrier or word of the question explains. */
	hasMore: boolean;
	isNegated: boolean;
	hasCarriers: boolean;
	/** Whether words of the answer's role were typed that the question does not have. */
	hasRole: boolean;
}

const MOST_WORDS = 40;
/** A title and an article may stand before the longest name. */
const BEFORE_NAME = 2;
/** Beyond this many words only plain matches are looked for, to stay quick on whole essays. */
const FEW_WORDS = 12;

interface Place {
	ready: ReadyKey;
	sounds: Sound[];
	at: number;
}

interface Piece {
	found: Found;
	to: number;
}

function decide(stretch: Stretch, rule: MatchRule, matching: Subject[]): Found | undefined {
	const answer = matching.find(({ relation }) => relation === 'answer');
	const other = matching.find(({ relation }) => relation === 'rival');
	const base = { rule, typed: stretch.key, isShared: false, isVetoed: false };
	const [first] = matching;
	if (!answer || !other || rule === 'exact') return first && { ...base, subject: first };
	if (rule !== 'skeleton') return { ...base, subject: answer, isShared: true };
	const isNearer = distanceTo(stretch, answer) < distanceTo(stretch, other);
	return { ...base, subject: isNearer ? answer : other, isVetoed: !isNearer };
}

/** A slip that is nearer or as near to a rival is that rival. */
function decideTypo(ready: ReadyKey, stretch: Stretch, matching: Subject[]): Found | undefined {
	const [first] = matching;
	if (!first) return undefined;
	const base = { rule: 'typo' as const, typed: stretch.key, isShared: false };
	const distance = distanceTo(stretch, first);
	if (first.relation !== 'answer') {
		return distance > 1 ? undefined : { ...base, subject: first, isVetoed: false };
	}
	const nearer = ready.subjects.find(
		(subject) => subject.relation !== 'answer' && distanceTo(stretch, subject) <= distance
	);
	return { ...base, subject: nearer ?? first, isVetoed: nearer !== undefined };
}

function findAt(place: Place, rules: MatchRule[]): Piece | undefined {
	const { ready, sounds, at } = place;
	const longest = Math.min(sounds.length, at + ready.longestName + BEFORE_NAME);
	const stretches: Stretch[] = [];
	for (let to = longest; to > at; to -= 1) stretches.push(stretchOf(sounds.slice(at, to)));
	for (const rule of rules) {
		for (const [cut, stretch] of stretches.entries()) {
			const matching = ready.subjects.filter((subject) => isMatch(rule, stretch, subject));
			const found =
				rule === 'typo' ? decideTypo(ready, stretch, matching) : decide(stretch, rule, matching);
			if (found) return { found, to: longest - cut };
		}
	}
	return undefined;
}

const PLAIN: MatchRule[] = ['exact', 'particles', 'surname'];
const ROUGH: MatchRule[] = ['skeleton', 'typo', 'given-name'];

function pieceAt(place: Place, isAround: boolean): Piece | undefined {
	const plain = findAt(place, PLAIN);
	if (plain || isAround || place.sounds.length > FEW_WORDS) return plain;
	return findAt(place, ROUGH);
}

const ARABIC_AND = 'و';

/** The Arabic "and" is joined to the name behind it. */
function withoutAnd({ subjects }: ReadyKey, word: string): string {
	const rest = word.slice(1);
	const isBegun = (key: string) => key === rest || key.startsWith(`${rest} `);
	const isAnd =
		word.startsWith(ARABIC_AND) &&
		subjects.some(({ spellings }) => spellings.some(({ key }) => isBegun(key)));
	return isAnd ? rest : word;
}

/** Whether the word right before a name, itself in no name, is the opposite of one of its words. */
function isTurned({ found }: Segments, before: string | undefined, name: Found): boolean {
	const isInName = before === found.at(-1)?.typed.split(' ').at(-1);
	const isApart = isCarrier(name.typed.split(' ')[0] ?? '');
	if (before === undefined || isInName || isApart) return false;
	const words = foldKey(name.subject.name).split(' ');
	return words.some((word) => areOpposite(before, word));
}

/** Takes what was typed apart, the longest names first: "it was Russia, and Iran" holds two. */
export function segment(ready: ReadyKey, typed: Typed): Segments {
	const words = typed.words.slice(0, MOST_WORDS).map((word) => withoutAnd(ready, word));
	const sounds = words.map(soundOf);
	const segments: Segments = {
		found: [],
		hasMore: typed.words.length > MOST_WORDS,
		isNegated: words.some(isNegation),
		hasCarriers: false,
		hasRole: false
	};
	let done = 0;
	for (const [at, word] of words.entries()) {
		if (at < done) continue;
		const isRole = ready.roles.has(stem(word));
		const isAround = isRole || isCarrier(word) || ready.asked.has(stem(word));
		const piece = pieceAt({ ready, sounds, at }, isAround);
		if (piece) {
			const turned = isTurned(segments, words[at - 1], piece.found);
			segments.found.push({ ...piece.found, isTurned: turned });
		} else if (isRole) segments.hasRole = true;
		else if (isAround) segments.hasCarriers = true;
		else segments.hasMore = true;
		done = piece?.to ?? at + 1;
	}
	return segments;
}
