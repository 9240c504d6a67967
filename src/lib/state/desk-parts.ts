import type { NameId } from '#lib/bank/types.ts';
import type { Desk, DeskPatch, DeskQuestion, Paragraph } from '#lib/domain/desk/types.ts';

const placeOf = (number: Paragraph['number']) => (number === 'caption' ? 0 : number);

/** Where a question belongs among the others: the place of its paragraph, then of its words. */
function orderOf(desk: Desk, { factId, span }: DeskQuestion): [number, number] {
	const sentence = desk.facts[factId]?.sentence;
	if (!sentence) return [Number.MAX_SAFE_INTEGER, 0];
	return [placeOf(sentence.paragraph), span?.start ?? sentence.start];
}

/** The questions of a desk in the order of the report, a comparison's last. */
export function inOrder(desk: Desk): DeskQuestion[] {
	const placed = Object.values(desk.questions).map((question) => ({
		question,
		order: orderOf(desk, question)
	}));
	placed.sort(({ order: a }, { order: b }) => a[0] - b[0] || a[1] - b[1]);
	return placed.map(({ question }) => question);
}

/** The names that the questions, facts and head of a desk speak of. */
export function spokenOf({ questions, facts, head }: Desk): Set<NameId> {
	const found = new Set<NameId>();
	for (const { answer } of Object.values(questions)) {
		if (answer.form === 'name' && answer.name !== undefined) found.add(answer.name);
		if (answer.form === 'names') for (const id of answer.names) found.add(id);
	}
	for (const { source } of Object.values(facts)) if (source !== undefined) found.add(source);
	if (head.place !== undefined) found.add(head.place);
	return found;
}

/** Those of some names that a desk spoke of before a change and no more behind it. */
export function withoutLonely(before: Desk, behind: Desk, ids: readonly NameId[]): NameId[] {
	const [then, now] = [spokenOf(before), spokenOf(behind)];
	return ids.filter((id) => then.has(id) && !now.has(id));
}

/** A patch with the facts its questions ask about, where the desk it goes onto has lost them. */
export function withItsFacts(patch: DeskPatch, desk: Desk, before: Desk | undefined): DeskPatch {
	const asked = Object.values(patch.questions ?? {}).flatMap((question) => question?.factId ?? []);
	const lost = asked.flatMap((id) => {
		const fact = before?.facts[id];
		return fact && !Object.hasOwn(desk.facts, id) ? [[id, fact] as const] : [];
	});
	if (lost.length === 0) return patch;
	return { ...patch, facts: { ...Object.fromEntries(lost), ...patch.facts } };
}
