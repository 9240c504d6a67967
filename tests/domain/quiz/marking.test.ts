import { describe, expect, test } from 'vitest';
import type { Question } from '#lib/bank/types.ts';
import { markItem, markSitting } from '#lib/domain/quiz/marking.ts';
import { startSitting } from '#lib/domain/quiz/sitting.ts';
import type { AnswerRow, Item, Mode, RawAnswer, Sitting } from '#lib/domain/quiz/types.ts';
import { ANYTHING, questionOf, sure } from './papers.ts';
import { sampleBank } from './sample-bank.ts';

const bank = sampleBank({ factsPerReport: 24 });
const byId = (id: string) => questionOf(bank, id);
const who = byId('r0/fact-0/who');
const other = byId('r0/fact-8/who');
const grave = byId('r0/fact-2/how-many');
const nameOf = ({ answer }: Question) =>
	sure(bank.names.find(({ id }) => answer.form === 'name' && id === answer.name)).name;
const options = [
	{ text: nameOf(other), answers: other.id },
	{ text: nameOf(who), answers: who.id },
	{ text: 'Nobody' }
];

const choose: Item = { form: 'choose', parts: [{ questionId: who.id }], options, right: 1 };
const type: Item = { form: 'type', parts: [{ questionId: who.id }] };
const judge = (right: boolean): Item => ({
	form: 'true-false',
	parts: [{ questionId: who.id }],
	proposed: right ? nameOf(who) : nameOf(other),
	right
});
const match: Item = {
	form: 'match',
	parts: [
		{ questionId: who.id, cue: 'a' },
		{ questionId: other.id, cue: 'b' }
	],
	options,
	right: [1, 0]
};
const sort: Item = {
	form: 'sort',
	parts: [{ questionId: who.id }, { questionId: other.id }],
	right: ['stated', 'opinion']
};
const gone: Item = { form: 'type', parts: [{ questionId: 'left/the/bank' }] };

describe('markItem', () => {
	test.each<[string, Item, RawAnswer, (number | 'undecided')[]]>([
		['the right option', choose, { form: 'choose', option: 1 }, [1]],
		['a wrong option', choose, { form: 'choose', option: 2 }, [0]],
		['an option there is not', choose, { form: 'choose', option: 7 }, [0]],
		['the right name typed', type, { form: 'type', text: nameOf(who).toUpperCase() }, [1]],
		['a wrong name typed', type, { form: 'type', text: nameOf(other) }, [0]],
		['nothing typed', type, { form: 'type', text: '  ' }, [0]],
		['right called right', judge(true), { form: 'true-false', says: true }, [1]],
		['right called wrong', judge(true), { form: 'true-false', says: false }, [0]],
		['wrong called wrong', judge(false), { form: 'true-false', says: false }, [1]],
		['wrong called right', judge(false), { form: 'true-false', says: true }, [0]],
		['pairs, both right', match, { form: 'match', options: [1, 0] }, [1, 1]],
		['pairs, one open', match, { form: 'match', options: [1, null] }, [1, 0]],
		['pairs, too few', match, { form: 'match', options: [] }, [0, 0]],
		['standings, one right', sort, { form: 'sort', standings: ['stated', 'claimed'] }, [1, 0]],
		['standings, one open', sort, { form: 'sort', standings: [null, 'opinion'] }, [0, 1]],
		['a pass', match, { form: 'skipped' }, [0, 0]],
		['an answer of another form', type, { form: 'choose', option: 1 }, [0]],
		['a question that left the bank', gone, { form: 'type', text: 'x' }, ['undecided']]
	])('%s', (_, item, raw, credits) => {
		expect(markItem(bank, item, raw).map(({ credit }) => credit)).toEqual(credits);
	});

	test('a wrong option tells who that is or what it answers', () => {
		const [mark] = markItem(bank, choose, { form: 'choose', option: 0 });
		expect(['is-someone', 'answers-other']).toContain(mark?.tell?.code);
		expect(JSON.stringify(mark?.tell)).toContain(nameOf(other));
	});

	test('a near miss tells why it is none', () => {
		const not = [{ text: 'Nobody', why: 'Somebody did.' }];
		const questions = [{ ...who, answer: { ...who.answer, not } }];
		const [mark] = markItem({ ...bank, questions }, choose, { form: 'choose', option: 2 });
		expect(mark?.tell).toEqual({ code: 'near-miss', why: 'Somebody did.' });
	});

	test('a question is found by an id it had before', () => {
		const questions = [{ ...who, id: 'r0/new/who', was: [who.id] }];
		const [mark] = markItem({ ...bank, questions }, type, { form: 'type', text: nameOf(who) });
		expect(mark?.credit).toBe(1);
	});
});

describe('markSitting', () => {
	const graveItem: Item = { form: 'type', parts: [{ questionId: grave.id }] };
	const sittingOf = (mode: Mode): Sitting => ({
		...startSitting({
			id: 's',
			title: '',
			mode,
			paper: {
				edition: '',
				seed: '',
				blueprint: ANYTHING,
				items: [type, match, graveItem],
				shortfalls: []
			},
			now: 0
		}),
		repeats: mode === 'practice' ? [{ questionId: who.id, afterItem: 0 }] : []
	});
	const row = (itemNo: number, seq: number, raw: RawAnswer): AnswerRow => ({
		sittingId: 's',
		itemNo,
		seq,
		raw,
		questionIds: [],
		at: 0,
		tookMs: 0
	});
	const right: RawAnswer = { form: 'type', text: nameOf(who) };
	const wrong: RawAnswer = { form: 'type', text: 'Nobody' };
	const pass: RawAnswer = { form: 'skipped' };

	test.each<[string, Mode, AnswerRow[], string[]]>([
		['the last seq counts', 'practice', [row(0, 2, right), row(0, 1, wrong)], ['0.0 1']],
		['in practice the unanswered is left out', 'practice', [], []],
		['in an exam it counts as open', 'exam', [], ['0.0 0', '1.0 0', '1.1 0', '2.0 0']],
		['a pass on grave matter is free in practice', 'practice', [row(2, 1, pass)], ['2.0 0 free']],
		['a pass on other matter is not', 'practice', [row(0, 1, pass)], ['0.0 0']],
		[
			'a repeat is marked as one',
			'practice',
			[row(0, 1, wrong), row(3, 2, right)],
			['0.0 0', '3.0 1 repeat']
		]
	])('%s', (_, mode, rows, expected) => {
		const parts = markSitting(bank, sittingOf(mode), rows).map(
			({ itemNo, part, mark, skipped, repeat }) =>
				`${itemNo}.${part} ${mark.credit}${skipped ? ' free' : ''}${repeat ? ' repeat' : ''}`
		);
		expect(parts).toEqual(expected);
	});

	test('the confidence goes with the mark', () => {
		const [part] = markSitting(bank, sittingOf('exam'), [
			{ ...row(0, 1, wrong), confidence: 'sure' }
		]);
		expect(part).toMatchObject({
			questionId: who.id,
			form: 'type',
			confidence: 'sure',
			raw: wrong
		});
	});
});
