import { groupBy } from './group-by.ts';
import { BANK_FILE } from './schema.ts';
import type { SourceBank, SourceFact, SourceQuestion } from './source.ts';

/** Plain data of one level of a file. */
type Branch = Record<string, unknown>;

const isGiven = (value: unknown) =>
	value !== undefined && !(Array.isArray(value) && value.length === 0);

/** These keys of an object, in this order, but for lists without entries. */
function pick(from: object, keys: readonly string[]): Branch {
	const entries = keys.map((key) => [key, (from as Branch)[key]] as const);
	return Object.fromEntries(entries.filter(([, value]) => isGiven(value)));
}

/** An object without those of the keys whose texts are empty. */
function without(from: Branch, keys: readonly string[]): Branch {
	return Object.fromEntries(
		Object.entries(from).filter(([key, value]) => value !== '' || !keys.includes(key))
	);
}

const ownPart = (id: string) => id.slice(id.lastIndexOf('/') + 1);

function questionBranch(question: SourceQuestion): Branch {
	const id = ownPart(question.id);
	const { name, names, text, quantity, accept, not } = question.answer;
	const misses = not.map((miss) => pick(miss, ['text', 'why']));
	const answer = pick({ name, names, text, quantity, accept, not: misses }, [
		'name',
		'names',
		'text',
		'quantity',
		'accept',
		'not'
	]);
	const whole = { ...question, id: id === question.kind ? undefined : id, answer };
	const keys = ['kind', 'id', 'level', 'ask', 'cue', 'answer', 'distractors', 'forms', 'explain'];
	return without(pick(whole, [...keys, 'later', 'was']), ['explain']);
}

function factBranch(fact: SourceFact, questions: SourceQuestion[]): Branch {
	const whole = { ...fact, id: ownPart(fact.id), questions: questions.map(questionBranch) };
	const keys = ['id', 'paragraph', 'source', 'standing', 'when', 'grave', 'text', 'questions'];
	return without(pick(whole, keys), ['when', 'text']);
}

function reportBranch(head: SourceBank['reports'][number]): Branch {
	const { publisher, date, brief, timeline } = head;
	const told = (['plain', 'full'] as const).map((level) => {
		const sentences = brief[level].map((sentence) => pick(sentence, ['text', 'facts']));
		return [level, sentences] as const;
	});
	const levels = Object.fromEntries(told.filter(([, sentences]) => sentences.length > 0));
	const whole = {
		...head,
		publisher: pick(publisher, ['name', 'basis']),
		date: pick(date, ['value', 'basis']),
		brief: Object.keys(levels).length > 0 ? levels : undefined,
		timeline: timeline.map((entry) => pick(entry, ['when', 'what', 'fact']))
	};
	const keys = ['id', 'title', 'publisher', 'date', 'place', 'paragraphs', 'notice', 'brief'];
	return without(pick(whole, [...keys, 'timeline']), ['place', 'notice']);
}

function nameBranch(name: SourceBank['names'][number]): Branch {
	return pick(name, ['id', 'name', 'type', 'aliases', 'role', 'partOf', 'actsFor', 'side']);
}

/** A bank of one report as the data of one file, its keys in the order in which people read them. */
export function bankTree({ reports, names, facts, comparisons, questions }: SourceBank): Branch {
	const under = groupBy(questions, ({ comparisonId, factIds: [factId = ''] }) =>
		comparisonId === undefined ? factId : `compare/${comparisonId}`
	);
	const [report] = reports;
	return pick(
		{
			...BANK_FILE,
			report: report && reportBranch(report),
			facts: facts.map((fact) => factBranch(fact, under.get(fact.id) ?? [])),
			names: names.map(nameBranch),
			comparisons: comparisons.map((comparison) => {
				const asked = (under.get(`compare/${comparison.id}`) ?? []).map(questionBranch);
				const whole = { ...comparison, questions: asked };
				return pick(whole, ['id', 'facts', 'relation', 'why', 'questions']);
			})
		},
		['kind', 'version', 'report', 'facts', 'names', 'comparisons']
	);
}
