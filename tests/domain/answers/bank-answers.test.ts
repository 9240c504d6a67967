import { describe, expect, test } from 'vitest';
import type { Bank, Name, NameId, Question } from '#lib/bank/types.ts';
import { answerKey } from '#lib/domain/answers/answer-key.ts';
import { answerText } from '#lib/domain/answers/answer-text.ts';
import { gradeAnswer } from '#lib/domain/answers/grade-answer.ts';
import type { AnswerKey } from '#lib/domain/answers/types.ts';
import { loadBankFromDisk } from '../../../src/cli/read-bank.ts';

const loaded = loadBankFromDisk();
const bank: Bank = loaded.ok
	? loaded.value
	: { version: 1, edition: '', reports: [], names: [], facts: [], questions: [], comparisons: [] };
const names = new Map<NameId, Name>(bank.names.map((name) => [name.id, name]));

function spellings(id: NameId): string[] {
	const name = names.get(id);
	return name ? [name.name, ...name.aliases] : [];
}

/** Every wording the bank says is right. */
function rightTexts(question: Question): string[] {
	const { answer } = question;
	const accepted = [answerText(bank, question), ...(answer.accept ?? [])];
	if (answer.form === 'name') return [...accepted, ...spellings(answer.name)];
	if (answer.form !== 'names') return accepted;
	const [first = [], ...rest] = answer.names.map(spellings);
	const others = rest.map(([name]) => name).join(', ');
	return [...accepted, ...first.map((spelling) => `${others} and ${spelling}`)];
}

/** A name with everything it is part of or acts for, at any remove. */
function withWholes(id: NameId): Set<NameId> {
	const found = new Set([id]);
	for (const each of found) {
		const name = names.get(each);
		for (const next of [name?.partOf, name?.actsFor]) if (next) found.add(next);
	}
	return found;
}

function answerIds({ answer }: Question): NameId[] {
	if (answer.form === 'name') return [answer.name];
	return answer.form === 'names' ? answer.names : [];
}

function mayBePartly(question: Question, rival: NameId): boolean {
	return answerIds(question).some((id) => withWholes(id).has(rival) || withWholes(rival).has(id));
}

interface Wrong {
	text: string;
	isRelated: boolean;
}

function wrongTexts(question: Question, { rivals, not }: AnswerKey): Wrong[] {
	const unrelated = [...not.map(({ text }) => text), ...question.distractors].map((text) => ({
		text,
		isRelated: bank.names.some(({ id, name }) => name === text && mayBePartly(question, id))
	}));
	return [
		...unrelated,
		...rivals.flatMap((rival) =>
			rival.form === 'text'
				? [{ text: rival.text, isRelated: false }]
				: spellings(rival.name.id).map((text) => ({
						text,
						isRelated: mayBePartly(question, rival.name.id)
					}))
		)
	];
}

test('the shipped bank is there', () => {
	expect(loaded).toMatchObject({ ok: true });
	expect(bank.questions.length).toBeGreaterThan(100);
});

describe.each(bank.questions.map((question): [string, Question] => [question.id, question]))(
	'%s',
	(_, question) => {
		const key = answerKey(bank, question);

		test('its answer, aliases and accepted wordings are right', () => {
			const marks = rightTexts(question).map((text) => [text, gradeAnswer(key, text).verdict]);
			expect(marks.filter(([, verdict]) => verdict !== 'right')).toEqual([]);
		});

		test('its near misses, wrong options and rivals are wrong, or partly where they are related', () => {
			const marks = wrongTexts(question, key).map(({ text, isRelated }) => {
				const { verdict } = gradeAnswer(key, text);
				return { text, isGood: verdict === 'wrong' || (isRelated && verdict === 'partly') };
			});
			expect(marks.filter(({ isGood }) => !isGood)).toEqual([]);
		});
	}
);
