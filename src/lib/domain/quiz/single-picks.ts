import type { Kind, Question, QuestionId } from '#lib/bank/types.ts';
import { stillWanted, type Making } from './making.ts';
import { getOn, typedEntry, type Entry } from './entry.ts';
import { evenly } from './pool.ts';
import { shuffled } from './random.ts';
import { buildSingle, SINGLE_FORMS, supports } from './single-items.ts';

type Quota = Record<Kind, number>;

/** Puts items of one question on the paper until it has what is wanted, or nothing more fits. */
export function addSingles(making: Making): void {
	const even = typeof making.blueprint.length === 'number';
	const total = stillWanted(making);
	fill(making, even ? evenly(making.order, total, making.random) : openKinds(making));
	if (stillWanted(making) > 0) fill(making, openKinds(making));
}

/** Where all that was drawn is grave, lets one that is not take a place: none else may open the paper. */
export function addOpener(making: Making): void {
	if (making.others.some(({ grave }) => !grave)) return;
	for (const question of making.order) {
		const place = making.others.findIndex(({ kind }) => kind === question.kind);
		if (question.grave || place === -1) continue;
		const others = making.others.filter((_, i) => i !== place);
		const entry = buildInSomeForm(question, { ...making, others });
		if (!entry) continue;
		making.others = [...others, entry];
		return;
	}
}

function openKinds(making: Making): Quota {
	const open = (kind: Kind) => stillWanted(making, kind);
	return {
		who: open('who'),
		what: open('what'),
		where: open('where'),
		'how-many': open('how-many')
	};
}

/** First settles on questions that get on with each other, then gives each a form that shows no other's answer. */
function fill(making: Making, quota: Quota): void {
	const spent = new Set(making.others.flatMap(({ questionIds }) => questionIds));
	for (;;) {
		const batch = nextBatch(making, quota, spent);
		if (batch.length === 0) return;
		batch.forEach((question, i) => {
			const later = batch.slice(i + 1).map((other) => typedEntry(making.index, other));
			const others = [...making.others, ...later];
			const entry = buildInSomeForm(question, { ...making, others });
			if (!entry) return;
			making.others.push(entry);
			quota[question.kind]--;
		});
	}
}

function nextBatch(making: Making, quota: Quota, spent: Set<QuestionId>): Question[] {
	const open = { ...quota };
	const wanted = stillWanted(making);
	const batch: Question[] = [];
	const entries: Entry[] = [...making.others];
	for (const question of making.order) {
		if (batch.length >= wanted) break;
		if (open[question.kind] <= 0 || spent.has(question.id)) continue;
		spent.add(question.id);
		const bare = typedEntry(making.index, question);
		if (!entries.every((entry) => getOn(entry, bare))) continue;
		batch.push(question);
		entries.push(bare);
		open[question.kind]--;
	}
	return batch;
}

/** Tries the allowed forms, those used least so far first. */
function buildInSomeForm(question: Question, making: Making): Entry | undefined {
	const usesOf = (form: string) => making.others.filter(({ item }) => item.form === form).length;
	const forms = shuffled(making.random, SINGLE_FORMS)
		.filter((form) => making.forms.includes(form) && supports(question, form))
		.sort((a, b) => usesOf(a) - usesOf(b));
	for (const form of forms) {
		const entry = buildSingle(question, form, making);
		if (entry) return entry;
	}
	return undefined;
}
