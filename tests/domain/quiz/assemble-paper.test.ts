import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bank, Kind } from '#lib/bank/types.ts';
import { KINDS } from '#lib/bank/types.ts';
import { assemblePaper } from '#lib/domain/quiz/assemble-paper.ts';
import { PRESETS } from '#lib/domain/quiz/presets.ts';
import type { Blueprint, Item, Paper } from '#lib/domain/quiz/types.ts';
import { loadBankFromDisk } from '../../../src/cli/read-bank.ts';
import { ANYTHING, anyBlueprint, leaksOf, questionsOf, sure } from './papers.ts';
import { sampleBank } from './sample-bank.ts';

const sample = sampleBank();
const shipped = loadBankFromDisk('questions');
const banks: [string, Bank][] = [
	['the sample bank', sample],
	...(shipped.ok ? [['the shipped bank', shipped.value] as [string, Bank]] : [])
];

/** The kind an item counts for. */
function kindOf(bank: Bank, item: Item): Kind {
	return item.form === 'sort' ? 'what' : sure(questionsOf(bank, item)[0]).kind;
}

function kindsOf(bank: Bank, { items }: Paper): Record<Kind, number> {
	const counts = { who: 0, what: 0, where: 0, 'how-many': 0 };
	for (const item of items) counts[kindOf(bank, item)]++;
	return counts;
}

function factsOf(bank: Bank, item: Item | undefined): string[] {
	return item ? questionsOf(bank, item).flatMap(({ factIds }) => factIds) : [];
}

test('the shipped bank can be read', () => {
	expect(shipped.ok).toBe(true);
});

test('the search for leaks finds those that the banks hold', () => {
	for (const [, bank] of banks) {
		const items = bank.questions.map(({ id }): Item => ({
			form: 'type',
			parts: [{ questionId: id }]
		}));
		const whole = { edition: '', seed: '', blueprint: ANYTHING, items, shortfalls: [] };
		expect(leaksOf(bank, whole).length).toBeGreaterThan(20);
	}
});

describe.each(banks)('laws of papers from %s', (_, bank) => {
	const law = (holds: (paper: Paper) => void) =>
		fc.assert(
			fc.property(anyBlueprint, fc.string(), (blueprint, seed) => {
				const reports = blueprint.reports.map((id) => sure(bank.reports[id === 'r0' ? 0 : 1]).id);
				holds(assemblePaper(bank, { ...blueprint, reports }, seed));
			}),
			{ seed: 7, numRuns: 40 }
		);

	test('the same seed gives the same paper, also from a copy of the bank', () => {
		const copy = structuredClone(bank);
		law((paper) => expect(assemblePaper(copy, paper.blueprint, paper.seed)).toEqual(paper));
	});

	test('no item shows the answer of another', () => {
		law((paper) => expect(leaksOf(bank, paper)).toEqual([]));
	});

	test('the first item is never grave', () => {
		law(({ items }) => {
			const first = items[0] ? questionsOf(bank, items[0]) : [];
			expect(first.filter(({ grave }) => grave)).toEqual([]);
		});
	});

	test('grave matter is typed or chosen, and left out where unwanted or timed', () => {
		law(({ items, blueprint }) => {
			const grave = items.filter((item) => questionsOf(bank, item).some((q) => q.grave));
			expect(grave.filter(({ form }) => form !== 'type' && form !== 'choose')).toEqual([]);
			if (!blueprint.grave || blueprint.minutes !== undefined) expect(grave).toEqual([]);
		});
	});

	test('what it holds is what the blueprint admits', () => {
		law(({ items, blueprint: { levels, forms, reports, about } }) => {
			for (const item of items) {
				if (forms.length > 0) expect(forms).toContain(item.form);
				for (const question of questionsOf(bank, item)) {
					if (levels.length > 0) expect(levels).toContain(question.level);
					if (question.forms) expect(question.forms).toContain(item.form);
					if (about === 'comparisons') expect(question.comparisonId).toBeDefined();
					for (const id of question.factIds)
						if (reports.length > 0) expect(reports).toContain(id.split('/')[0]);
				}
			}
		});
	});

	test('kinds are as asked, or the shortfall says so', () => {
		law((paper) => {
			const { blueprint, shortfalls, items } = paper;
			if (typeof blueprint.length === 'number') {
				const short = shortfalls.find(({ kind }) => kind === 'any');
				expect(items.length + (short ? short.asked - short.found : 0)).toBe(blueprint.length);
				return;
			}
			const found = kindsOf(bank, paper);
			for (const kind of KINDS) {
				const asked = blueprint.length[kind] ?? 0;
				const short = shortfalls.find((shortfall) => shortfall.kind === kind);
				expect(short?.found ?? asked).toBe(found[kind]);
				expect(short?.asked ?? asked).toBe(asked);
			}
		});
	});

	test('no question comes twice, and no two items of a fact stand together', () => {
		law(({ items }) => {
			const ids = items.flatMap((item) => item.parts.map(({ questionId }) => questionId));
			expect(new Set(ids).size).toBe(ids.length);
			items.forEach((item, i) => {
				const before = new Set(factsOf(bank, items[i - 1]));
				expect(factsOf(bank, item).filter((id) => before.has(id))).toEqual([]);
			});
		});
	});

	test('at most two of a kind follow each other where others could come between', () => {
		law((paper) => {
			const kinds = paper.items.map((item) => kindOf(bank, item));
			const avoidable = KINDS.every(
				(kind) =>
					kinds.filter((k) => k === kind).length <= 2 * (kinds.filter((k) => k !== kind).length + 1)
			);
			const runs = kinds.filter(
				(kind, i) => i > 1 && kind === kinds[i - 1] && kind === kinds[i - 2]
			);
			if (avoidable) expect(runs).toEqual([]);
		});
	});

	const typeOf = (text: string | undefined) => bank.names.find(({ name }) => name === text)?.type;

	test('match items have 3 to 5 cues of a kind, and one or two names to spare, or one for each lone type', () => {
		law(({ items }) => {
			for (const item of items) {
				if (item.form !== 'match') continue;
				expect(item.parts.length).toBeGreaterThanOrEqual(3);
				expect(item.parts.length).toBeLessThanOrEqual(5);
				const rights = sure(item.right);
				const types = rights.map((at) => typeOf(item.options[at]?.text));
				const lone = types.filter(
					(type, i) => types.indexOf(type) === i && types.lastIndexOf(type) === i
				);
				const spare = item.options.length - item.parts.length;
				expect(spare).toBeGreaterThanOrEqual(1);
				expect(spare).toBeLessThanOrEqual(Math.max(2, lone.length));
				expect(new Set(item.options.map(({ text }) => text)).size).toBe(item.options.length);
				item.parts.forEach((part, i) =>
					expect(item.options[sure(rights[i])]?.answers).toBe(part.questionId)
				);
			}
		});
	});

	test('no place in a match is the only one of its type on offer', () => {
		const matches = Array.from({ length: 20 }, (_, i) =>
			assemblePaper(
				bank,
				{ ...ANYTHING, length: { where: 6 }, forms: ['match', 'type'] },
				`at ${i}`
			)
		).flatMap(({ items }) => items.flatMap((item) => (item.form === 'match' ? item : [])));
		expect(matches.length).toBeGreaterThan(10);
		for (const { options, right } of matches) {
			const types = options.map(({ text }) => typeOf(text));
			for (const at of sure(right))
				expect(types.filter((type) => type === types[at]).length).toBeGreaterThan(1);
		}
	});

	test('sort items have 4 to 6 facts of two standings or more, none estimated or grave', () => {
		law(({ items }) => {
			for (const item of items) {
				if (item.form !== 'sort') continue;
				const facts = item.parts.map((part) => bank.facts.find(({ id }) => id === part.factId));
				expect(item.right).toEqual(facts.map((fact) => fact?.standing));
				expect(item.parts.length).toBeGreaterThanOrEqual(4);
				expect(item.parts.length).toBeLessThanOrEqual(6);
				expect(new Set(item.right).size).toBeGreaterThanOrEqual(2);
				expect(item.right).not.toContain('estimated');
				expect(facts.filter((fact) => fact?.grave)).toEqual([]);
			}
		});
	});

	test('no sort item shows a fact that has no sentence', () => {
		const facts = bank.facts.map((fact, at) => (at % 2 === 0 ? { ...fact, text: '' } : fact));
		const blueprint: Blueprint = { ...ANYTHING, forms: ['sort'] };
		const papers = ['a', 'b', 'c'].map((seed) =>
			assemblePaper({ ...bank, facts }, blueprint, seed)
		);
		const cues = papers.flatMap(({ items }) =>
			items.flatMap(({ parts }) => parts.map((part) => part.cue))
		);
		expect(cues.length).toBeGreaterThan(0);
		expect(cues).not.toContain('');
	});

	test.each(PRESETS)('the preset $id is filled', ({ id, blueprint }) => {
		for (const seed of ['a', 'b', 'c']) {
			const paper = assemblePaper(bank, blueprint, seed);
			const hasAll = id !== 'compare-the-reports' || bank !== sample;
			expect(paper.shortfalls).toHaveLength(hasAll ? 0 : 1);
		}
	});

	test('every form is found in papers of all forms', () => {
		const forms = new Set<string>();
		for (let i = 0; i < 10; i++)
			for (const item of assemblePaper(bank, { ...ANYTHING, length: 20 }, `forms ${i}`).items)
				forms.add(item.form);
		expect([...forms].sort()).toEqual(['choose', 'match', 'sort', 'true-false', 'type']);
	});
});

describe('the draw', () => {
	const draws = (blueprint: Partial<typeof ANYTHING>, seeds: number, bank = sample): Paper[] =>
		Array.from({ length: seeds }, (_, i) =>
			assemblePaper(bank, { ...ANYTHING, ...blueprint }, `draw ${i}`)
		);

	test('the right option stands in each place as often: chi-square over 10,000 papers', () => {
		const rights: number[] = [];
		const small = sampleBank({ factsPerReport: 16 });
		for (const { items } of draws({ length: 2, forms: ['choose'] }, 10_000, small))
			for (const item of items) if (item.form === 'choose') rights.push(sure(item.right));
		const places = [0, 1, 2, 3].map((place) => rights.filter((right) => right === place).length);
		const total = rights.length;
		const chiSquare = places.reduce((sum, n) => sum + (n - total / 4) ** 2 / (total / 4), 0);
		expect(total).toBeGreaterThan(15_000);
		// Critical value of 3 degrees of freedom at p = 0.001.
		expect(chiSquare).toBeLessThan(16.27);
	}, 120_000);

	test('true-false proposes right and wrong answers about equally', () => {
		const items = draws({ length: 4, forms: ['true-false'] }, 300).flatMap((paper) => paper.items);
		const right = items.filter((item) => item.form === 'true-false' && item.right).length;
		expect(right / items.length).toBeGreaterThan(0.45);
		expect(right / items.length).toBeLessThan(0.55);
	});

	test('core questions come more often than their share', () => {
		const questions = draws({ length: 5, forms: ['type'] }, 100).flatMap(({ items }) =>
			items.flatMap((item) => questionsOf(sample, item))
		);
		const core = questions.filter(({ level }) => level === 'core').length / questions.length;
		const share = sample.questions.filter(({ level }) => level === 'core').length;
		expect(core).toBeGreaterThan((1.3 * share) / sample.questions.length);
	});

	test('both reports have their part', () => {
		for (const { items } of draws({ length: 12 }, 20)) {
			const first = items.filter((item) => item.parts[0]?.questionId.startsWith('r0/')).length;
			expect(first).toBeGreaterThan(1);
			expect(first).toBeLessThan(11);
		}
	});

	test('a teacher’s pick is drawn whole, a question a screen', () => {
		const only = [3, 9, 21, 60, 77].map((i) => sure(sample.questions[i]).id);
		const { items, shortfalls } = assemblePaper(sample, { ...ANYTHING, only, length: 5 }, 'pick');
		const drawn = items.flatMap((item) => item.parts.map(({ questionId }) => questionId));
		expect(drawn.sort()).toEqual([...only].sort());
		expect(shortfalls).toEqual([]);
	});

	test('a paper of grave questions only stays empty, and says so', () => {
		const questions = sample.questions.filter(({ grave }) => grave);
		const paper = assemblePaper({ ...sample, questions }, { ...ANYTHING, length: 1 }, 's');
		expect(paper.items).toEqual([]);
		expect(paper.shortfalls).toEqual([{ code: 'too-few', kind: 'any', asked: 1, found: 0 }]);
	});

	test('grave questions picked one by one are asked though no other can open', () => {
		const only = sample.questions.filter(({ grave }) => grave).slice(0, 3);
		const ids = only.map(({ id }) => id);
		const paper = assemblePaper(sample, { ...ANYTHING, only: ids, length: 3 }, 's');
		expect(paper.items.map(({ parts: [part] }) => part?.questionId).sort()).toEqual(ids.sort());
		expect(paper.shortfalls).toEqual([]);
	});

	test('grave questions picked together with another do not open', () => {
		const plain = sure(sample.questions.find(({ grave }) => !grave)).id;
		const grave = sample.questions.filter((question) => question.grave).slice(0, 2);
		const only = [...grave.map(({ id }) => id), plain];
		for (const seed of ['s', 't', 'u']) {
			const { items } = assemblePaper(sample, { ...ANYTHING, only, length: 3 }, seed);
			expect(items[0]?.parts[0]?.questionId).toBe(plain);
		}
	});

	test('a place that nothing of its type stands beside is not matched', () => {
		const places = sample.questions.filter(({ kind, cue }) => kind === 'where' && cue);
		const ofType = (type: string, count: number) =>
			places
				.filter(({ answer }) => answer.form === 'name' && answer.name.startsWith(type))
				.slice(0, count);
		const questions = [...ofType('town', 2), ...ofType('quarter', 1)];
		const answered = questions.map(({ answer }) => answer.form === 'name' && answer.name);
		const formsOf = (names: typeof sample.names) => {
			const bank = { ...sample, names, questions, facts: sample.facts, comparisons: [] };
			const blueprint = { ...ANYTHING, length: 1, forms: ['match' as const] };
			return assemblePaper(bank, blueprint, 's').items.map(({ form }) => form);
		};
		const alone = ({ id, type }: (typeof sample.names)[number]) =>
			type !== 'district' || answered.includes(id);
		expect(formsOf(sample.names.filter(alone))).toEqual([]);
		expect(formsOf(sample.names)).toEqual(['match']);
	});

	test('a question with fewer than three safe distractors is typed', () => {
		const bare = { ...sample, names: sample.names.slice(0, 3), facts: [], comparisons: [] };
		const questions = sample.questions.slice(0, 1).map((q) => ({ ...q, factIds: [] }));
		const bank = { ...bare, questions };
		const { items } = assemblePaper(
			bank,
			{ ...ANYTHING, length: 1, forms: ['choose', 'type'] },
			's'
		);
		expect(items.map(({ form }) => form)).toEqual(['type']);
	});

	test.each([
		['not a number', Number.NaN],
		['negative', -3],
		['nothing', {}]
	])('a length that is %s gives an empty paper', (_, length) => {
		expect(assemblePaper(sample, { ...ANYTHING, length }, 's').items).toEqual([]);
	});
});
