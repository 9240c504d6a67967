import type { Kind, Question, QuestionId } from '#lib/bank/types.ts';
import { stillWanted, type Desk } from './desk.ts';
import { getOn, typedEntry, type Entry } from './entry.ts';
import { evenly } from './pool.ts';
import { shuffled } from './random.ts';
import { buildSingle, SINGLE_FORMS, supports } from './single-items.ts';

type Quota = Record<Kind, number>;

/** Puts items of one question on the desk until it has what is wanted, or nothing more fits. */
export function addSingles(desk: Desk): void {
	const even = typeof desk.blueprint.length === 'number';
	const total = stillWanted(desk);
	fill(desk, even ? evenly(desk.order, total, desk.random) : openKinds(desk));
	if (stillWanted(desk) > 0) fill(desk, openKinds(desk));
}

/** Where all that was drawn is grave, lets one that is not take a place: none else may open the paper. */
export function addOpener(desk: Desk): void {
	if (desk.others.some(({ grave }) => !grave)) return;
	for (const question of desk.order) {
		const place = desk.others.findIndex(({ kind }) => kind === question.kind);
		if (question.grave || place === -1) continue;
		const others = desk.others.filter((_, i) => i !== place);
		const entry = buildInSomeForm(question, { ...desk, others });
		if (!entry) continue;
		desk.others = [...others, entry];
		return;
	}
}

function openKinds(desk: Desk): Quota {
	const open = (kind: Kind) => stillWanted(desk, kind);
	return {
		who: open('who'),
		what: open('what'),
		where: open('where'),
		'how-many': open('how-many')
	};
}

/** First settles on questions that get on with each other, then gives each a form that shows no other's answer. */
function fill(desk: Desk, quota: Quota): void {
	const spent = new Set(desk.others.flatMap(({ questionIds }) => questionIds));
	for (;;) {
		const batch = nextBatch(desk, quota, spent);
		if (batch.length === 0) return;
		batch.forEach((question, i) => {
			const later = batch.slice(i + 1).map((other) => typedEntry(desk.index, other));
			const others = [...desk.others, ...later];
			const entry = buildInSomeForm(question, { ...desk, others });
			if (!entry) return;
			desk.others.push(entry);
			quota[question.kind]--;
		});
	}
}

function nextBatch(desk: Desk, quota: Quota, spent: Set<QuestionId>): Question[] {
	const open = { ...quota };
	const wanted = stillWanted(desk);
	const batch: Question[] = [];
	const entries: Entry[] = [...desk.others];
	for (const question of desk.order) {
		if (batch.length >= wanted) break;
		if (open[question.kind] <= 0 || spent.has(question.id)) continue;
		spent.add(question.id);
		const bare = typedEntry(desk.index, question);
		if (!entries.every((entry) => getOn(entry, bare))) continue;
		batch.push(question);
		entries.push(bare);
		open[question.kind]--;
	}
	return batch;
}

/** Tries the allowed forms, those used least so far first. */
function buildInSomeForm(question: Question, desk: Desk): Entry | undefined {
	const usesOf = (form: string) => desk.others.filter(({ item }) => item.form === form).length;
	const forms = shuffled(desk.random, SINGLE_FORMS)
		.filter((form) => desk.forms.includes(form) && supports(question, form))
		.sort((a, b) => usesOf(a) - usesOf(b));
	for (const form of forms) {
		const entry = buildSingle(question, form, desk);
		if (entry) return entry;
	}
	return undefined;
}
