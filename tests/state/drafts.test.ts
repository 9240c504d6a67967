import { describe, expect, it } from 'vitest';
import type { Name } from '#lib/bank/types.ts';
import { applyPatch } from '#lib/domain/desk/patch.ts';
import type { Desk } from '#lib/domain/desk/types.ts';
import type { Draft } from '#lib/domain/drafting/types.ts';
import {
	bestDrafts,
	firstNew,
	listDrafts,
	nextOf,
	openDrafts,
	type ListedDraft
} from '#lib/state/draft-choice.ts';
import { keptDraft, keptDrafts, wordingOf } from '#lib/state/draft-keeping.ts';
import { draftedText, placeDrafts } from '#lib/state/draft-places.ts';

const PARAGRAPHS = [
	'The river broke the bridge of Milltown.',
	'Ann Lee said about 70 people had died.',
	'Bob Ray repaired it.\nAnn Lee paid for it.'
];

const desk: Desk = {
	id: 'r-0190a1b2-0000-7000-8000-000000000001',
	head: {
		title: 'A flood',
		publisher: { name: 'The Gazette', basis: 'stated' },
		date: { value: '2016-09', basis: 'inferred' }
	},
	pasted: '',
	taken: [],
	paragraphs: [
		{ number: 'caption', text: 'The bridge before the flood.' },
		...PARAGRAPHS.map((text, at) => ({ number: at + 1, text }))
	],
	paragraphCount: 3,
	facts: {},
	questions: {}
};
const TEXT = draftedText(desk);
const LEE: Name = { id: 'n-lee', name: 'Ann Lee', type: 'person', aliases: ['Lee'] };
const MILLTOWN: Name = { id: 'milltown', name: 'Milltown', type: 'city', aliases: [] };

/** A draft whose answer stands in the text as given, within that sentence. */
function draft(sentence: string, answer: string, changes: Partial<Draft> = {}): Draft {
	const start = TEXT.indexOf(sentence);
	const from = TEXT.indexOf(answer, start);
	if (start < 0 || from < 0) throw new Error(`"${answer}" does not stand there`);
	return {
		kind: 'what',
		question: 'What?',
		answer: { form: 'text', text: answer },
		answerSpan: { start: from, end: from + answer.length },
		sentence: { start, end: start + sentence.length },
		paragraph: 0,
		standing: 'stated',
		rule: 'subject',
		score: 0.5,
		flags: [],
		distractors: [],
		...changes
	};
}

const BRIDGE = draft(PARAGRAPHS[0] ?? '', 'the bridge', { rule: 'object', score: 0.9 });
const WHERE = draft(PARAGRAPHS[0] ?? '', 'Milltown', { kind: 'where', score: 0.4 });
const DEAD = draft(PARAGRAPHS[1] ?? '', 'about 70 people', {
	kind: 'how-many',
	answer: { form: 'quantity', quantity: 'about 70 people' },
	source: 'Ann Lee',
	standing: 'claimed',
	distractors: ['about 50 people', 'about 80 people', 'about 90 people']
});
const RAY = draft('Bob Ray repaired it.', 'Bob Ray', { kind: 'who', score: 0.7 });
const PAID = draft('Ann Lee paid for it.', 'Ann Lee', { kind: 'who', score: 0.8 });

const minted = () => {
	let count = 0;
	return (letter: string) => `${letter}-${(count += 1)}`;
};
const placedOf = (...drafts: Draft[]) => placeDrafts(desk, drafts);
const listed = (...drafts: Draft[]) => listDrafts(placedOf(...drafts), () => 0);

function only<T>(list: T[]): T {
	const [one] = list;
	if (!one || list.length > 1) throw new Error(`${list.length} instead of one`);
	return one;
}

describe('the text that is drafted', () => {
	it('is the running text, a paragraph a line', () => {
		expect(TEXT.split('\n')).toEqual(PARAGRAPHS.map((text) => text.replace('\n', ' ')));
	});
});

describe('drafts on the desk', () => {
	it('stand at the words they stand on in the text', () => {
		const all = placedOf(BRIDGE, DEAD, PAID);
		expect(all.map(({ id }) => id)).toEqual(['what-1-16-26', 'how-many-2-13-28', 'who-3-21-28']);
		for (const { span, answer } of all) {
			const text = desk.paragraphs.find(({ number }) => number === span.paragraph)?.text;
			const words = answer.form === 'text' ? answer.text : answer.quantity;
			expect(text?.slice(span.start, span.end)).toBe(words);
		}
	});

	it('stand there once a key, and not across paragraphs', () => {
		const across = { ...BRIDGE, sentence: { start: 0, end: 60 } };
		expect(placedOf(BRIDGE, { ...BRIDGE, question: 'What else?' }, across)).toHaveLength(1);
	});

	it('are listed by paragraph, the best of each first', () => {
		expect(listed(RAY, WHERE, BRIDGE, PAID).map(({ id }) => id)).toEqual([
			'what-1-16-26',
			'where-1-30-38',
			'who-3-21-28',
			'who-3-0-7'
		]);
	});

	it('are moved by taste within 0 and 1', () => {
		const moved = listDrafts(placedOf(BRIDGE, WHERE), ({ rule }) => (rule === 'object' ? -1 : 0.1));
		expect(moved.map(({ id, score, shift }) => [id, score, shift])).toEqual([
			['where-1-30-38', 0.5, 0.1],
			['what-1-16-26', 0, -1]
		]);
	});

	it('are open until they are kept or dropped', () => {
		const all = listed(BRIDGE, WHERE, RAY);
		const [first, second] = all as [ListedDraft, ListedDraft];
		const { patch } = keptDraft(desk, first, wordingOf(first), { names: [], mint: minted() });
		const drop = { id: second.id, rule: 'subject', kind: 'where', reason: 'vague' } as const;
		const after = applyPatch(desk, { ...patch, drops: { [drop.id]: drop } });
		expect(openDrafts(all, after).map(({ id }) => id)).toEqual(['who-3-0-7']);
		expect(openDrafts(all, desk)).toHaveLength(3);
	});

	it('best are those without a flag, each answer once, in the order of the report', () => {
		const twin = draft(PARAGRAPHS[0] ?? '', 'bridge of Milltown', { score: 0.95 });
		const gap = draft('Bob Ray repaired it.', 'it', { flags: ['cloze'], score: 1 });
		const all = listed(BRIDGE, twin, gap, RAY, PAID, DEAD);
		const best = (count: number) => bestDrafts(all, count).map(({ id }) => id);
		expect(best(2)).toEqual(['what-1-20-38', 'who-3-21-28']);
		expect(best(20)).toEqual(['what-1-20-38', 'how-many-2-13-28', 'who-3-21-28', 'who-3-0-7']);
	});

	it('go on with the one behind, or the last that is left', () => {
		const [one, two, three] = listed(BRIDGE, WHERE, RAY) as [ListedDraft, ListedDraft, ListedDraft];
		expect(nextOf([one, two, three], [two, three])).toBe(two);
		expect(nextOf([three], [one, two])).toBe(two);
		expect(nextOf([three], [])).toBeUndefined();
		expect(firstNew([one, three], [one, two, three])).toBe(two);
	});
});

describe('a draft that is kept', () => {
	const keep = (one: Draft, changes = {}, names: Name[] = []) => {
		const placed = only(placedOf(one));
		const wording = { ...wordingOf(placed), ...changes };
		return keptDraft(desk, placed, wording, { names, mint: minted() }).patch;
	};
	const questionOf = ({ questions }: ReturnType<typeof keep>) =>
		only(Object.values(questions ?? {}).flatMap((each) => each ?? []));
	const factOf = (patch: ReturnType<typeof keep>) => only(Object.values(patch.facts ?? {}));

	it('is a question with its words, its fact and where it came from', () => {
		const patch = keep(BRIDGE);
		expect(patch).not.toHaveProperty('names');
		expect(questionOf(patch)).toMatchObject({
			kind: 'what',
			ask: 'What?',
			answer: { form: 'text', text: 'the bridge' },
			span: { paragraph: 1, start: 16, end: 26 },
			draft: { id: 'what-1-16-26', rule: 'object' }
		});
		expect(questionOf(patch).draft).not.toHaveProperty('isEdited');
		expect(factOf(patch)).toMatchObject({ sentence: { paragraph: 1, start: 0, end: 39 } });
	});

	it('who is answered by a name: a known one, or a new one', () => {
		expect(questionOf(keep(PAID, {}, [LEE])).answer).toEqual({ form: 'name', name: 'n-lee' });
		const patch = keep(RAY);
		const name = only(Object.values(patch.names ?? {}));
		expect(name).toMatchObject({ name: 'Bob Ray', type: 'person' });
		expect(questionOf(patch).answer).toEqual({ form: 'name', name: name?.id });
	});

	it.each([
		['Which organisation repaired the bridge?', 'organisation'],
		['In which country was the bridge?', 'country']
	])('a name is of the type that is asked for: %s', (question, type) => {
		const patch = keep({ ...RAY, question });
		expect(only(Object.values(patch.names ?? {}))).toMatchObject({ type });
	});

	it('where is answered by a place that is known, else by words', () => {
		expect(questionOf(keep(WHERE, {}, [MILLTOWN])).answer).toEqual({
			form: 'name',
			name: 'milltown'
		});
		expect(questionOf(keep(WHERE)).answer).toEqual({ form: 'text', text: 'Milltown' });
		const person: Name = { ...MILLTOWN, type: 'person' };
		expect(questionOf(keep(WHERE, {}, [person])).answer).toMatchObject({ form: 'text' });
	});

	it('has who says so and how sure it is, and a figure of the dead is grave and typed', () => {
		const patch = keep(DEAD);
		const source = only(Object.values(patch.names ?? {}));
		expect(source).toMatchObject({ name: 'Ann Lee' });
		expect(factOf(patch)).toMatchObject({
			source: source?.id,
			standing: 'claimed',
			grave: 'deaths'
		});
		expect(questionOf(patch)).toMatchObject({
			answer: { form: 'quantity', quantity: 'about 70 people' },
			distractors: []
		});
	});

	it('reworded is marked so, and of another kind loses the wrong answers of the first', () => {
		const changes = { kind: 'what', ask: 'Which loss was told of?', answer: 'about 70 people' };
		expect(questionOf(keep(DEAD, changes))).toMatchObject({
			kind: 'what',
			ask: 'Which loss was told of?',
			answer: { form: 'text', text: 'about 70 people' },
			distractors: [],
			draft: { id: 'how-many-2-13-28', rule: 'subject', isEdited: true }
		});
	});

	it('shares the fact of its sentence with others, and a name with those before', () => {
		const said = draft(PARAGRAPHS[1] ?? '', 'Ann Lee', { kind: 'who', rule: 'speaker' });
		const patch = keptDrafts(desk, placedOf(DEAD, said, BRIDGE), { names: [], mint: minted() });
		expect(Object.keys(patch.questions ?? {})).toHaveLength(3);
		expect(Object.keys(patch.facts ?? {})).toHaveLength(2);
		expect(only(Object.values(patch.names ?? {}))).toMatchObject({ name: 'Ann Lee' });
	});
});
