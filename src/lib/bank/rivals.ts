import { editDistance } from '#lib/text/distance.ts';
import { foldKey } from './fold-key.ts';
import { nameIdsOf, ownText, spellings } from './key-texts.ts';
import { isSafe, rivalKey, type RivalBank, type RivalKey } from './rival-safety.ts';
import type { NamePiece } from './schema.ts';
import type { SourceBank, SourceQuestion } from './source.ts';
import type { Kind, NameType, Rival } from './types.ts';

const MOST_RIVALS = 8;
/** Names closer than this could be mistyped for each other. */
const ALIKE = 0.5;

const PEOPLE: NameType[] = ['person', 'role'];
const BODIES: NameType[] = ['group', 'organisation', 'country'];
const PLACES: NameType[] = ['country', 'city', 'district', 'landmark'];
const THINGS: NameType[] = ['work', 'thing'];

/** Types that an answer of a type could be taken for, in a question of a kind. */
function family(kind: Kind, type: NameType): NameType[] {
	const families = kind === 'where' ? [PLACES] : [PEOPLE, BODIES, PLACES, THINGS];
	return families.find((types) => types.includes(type)) ?? [type];
}

/** A candidate; lower ranks come first, then lower distances. */
interface Candidate {
	rival: Rival;
	rank: number;
	distance: number;
}

const reportsIn = (question: SourceQuestion) =>
	new Set(question.factIds.map((id) => id.split('/')[0] ?? ''));

const overlap = <T>(a: ReadonlySet<T>, b: Iterable<T>) => [...b].some((each) => a.has(each));

function asRival(text: string, bank: RivalBank): Rival {
	const name = bank.idBySpelling.get(foldKey(text));
	return name === undefined ? { text } : { name };
}

/** How far two texts are apart: 0 the same, 1 nothing alike. */
function apart(a: string, b: string): number {
	const [left, right] = [foldKey(a), foldKey(b)];
	const longest = Math.max(left.length, right.length, 1);
	return editDistance(left, right, longest) / longest;
}

/** The author's own distractors, known to be wrong. */
function distractors({ question, bank }: RivalKey): Candidate[] {
	return question.distractors.map((text, distance) => ({
		rival: asRival(text, bank),
		rank: 0,
		distance
	}));
}

/** Names that could be taken for the answer's: first those spelt alike, then of the same reports. */
function names({ question, bank }: RivalKey): Candidate[] {
	const reports = reportsIn(question);
	const rankOf = (name: NamePiece, answer: NamePiece, distance: number) => {
		const isSameType = name.type === answer.type;
		if (distance <= ALIKE) return 1;
		if (overlap(reports, bank.reportsOf.get(name.id) ?? [])) return isSameType ? 2 : 3;
		return isSameType ? 4 : undefined;
	};
	return nameIdsOf(question.answer).flatMap((id) => {
		const answer = bank.byId.get(id);
		if (!answer) return [];
		const types = family(question.kind, answer.type);
		return bank.names
			.filter((name) => types.includes(name.type))
			.flatMap((name) => {
				const distance = apart(name.name, answer.name);
				const rank = rankOf(name, answer, distance);
				return rank === undefined ? [] : [{ rival: { name: name.id }, rank, distance }];
			});
	});
}

/**
 * Texts and figures that answer other questions of the kind, first of the same report. Places told
 * in words may hold each other, as "in the streets" and "inside the city" do: none is surely wrong.
 */
function answers({ question, bank }: RivalKey): Candidate[] {
	const own = ownText(question.answer);
	if (own === undefined || question.kind === 'where') return [];
	const reports = reportsIn(question);
	const facts = new Set(question.factIds);
	const isFigure = question.answer.quantity !== undefined;
	return bank.questions
		.filter((other) => other.kind === question.kind && other.id !== question.id)
		.filter((other) => isFigure || !overlap(facts, other.factIds))
		.flatMap((other) => {
			const text = ownText(other.answer);
			if (text === undefined) return [];
			const rank = overlap(reports, reportsIn(other)) ? 3 : 5;
			return [{ rival: asRival(text, bank), rank, distance: apart(text, own) }];
		});
}

const identity = (rival: Rival) =>
	'name' in rival ? `name ${rival.name}` : `text ${foldKey(rival.text)}`;

function rivalsOf(question: SourceQuestion, bank: RivalBank): Rival[] {
	const key = rivalKey(question, bank);
	const candidates = [...names(key), ...answers(key)].filter(({ rival }) => isSafe(rival, key));
	const sorted = [...distractors(key), ...candidates].sort(
		(a, b) =>
			a.rank - b.rank || a.distance - b.distance || (identity(a.rival) < identity(b.rival) ? -1 : 1)
	);
	const chosen = new Map<string, Rival>();
	for (const { rival } of sorted)
		if (!chosen.has(identity(rival))) chosen.set(identity(rival), rival);
	return [...chosen.values()].slice(0, MOST_RIVALS);
}

function reportsOfNames({ questions, facts }: SourceBank): Map<string, Set<string>> {
	const found = new Map<string, Set<string>>();
	const add = (name: string, reports: Iterable<string>) =>
		found.set(name, new Set([...(found.get(name) ?? []), ...reports]));
	for (const question of questions)
		for (const id of nameIdsOf(question.answer)) add(id, reportsIn(question));
	for (const { source, reportId } of facts) if (source !== undefined) add(source, [reportId]);
	return found;
}

/**
 * Finds a question's rivals: at most 8 names and answers that could be taken for its answer and are
 * surely wrong. The author's distractors come first, then names spelt alike, then names and answers
 * of the same report, then of the bank.
 */
export function rivalFinder(source: SourceBank): (question: SourceQuestion) => Rival[] {
	const idBySpelling = new Map(
		source.names.flatMap((name) => spellings(name).map((text) => [foldKey(text), name.id] as const))
	);
	const byId = new Map(source.names.map((name) => [name.id, name]));
	const bank: RivalBank = { ...source, byId, idBySpelling, reportsOf: reportsOfNames(source) };
	return (question) => rivalsOf(question, bank);
}
