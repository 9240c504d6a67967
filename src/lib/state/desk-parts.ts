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

/**
 * A patch with the facts its questions ask about and the comparisons they belong to, where the desk it
 * goes onto has lost them.
 */
export function withItsFacts(patch: DeskPatch, desk: Desk, before: Desk | undefined): DeskPatch {
	const asked = Object.values(patch.questions ?? {}).flatMap((question) => question ?? []);
	const facts = lost(
		asked.map(({ factId }) => factId),
		desk.facts,
		before?.facts
	);
	const held = asked.flatMap(({ comparisonId }) => comparisonId ?? []);
	const comparisons = lost(held, desk.comparisons, before?.comparisons);
	return {
		...patch,
		...(facts && { facts: { ...facts, ...patch.facts } }),
		...(comparisons && { comparisons: { ...comparisons, ...patch.comparisons } })
	};
}

type Parts<T> = Record<string, T>;

/** Those of some parts that were there before and are not now. */
function lost<T>(ids: string[], now: Parts<T> = {}, before: Parts<T> = {}): Parts<T> | undefined {
	const gone = ids.flatMap((id) => {
		const part = before[id];
		return part && !Object.hasOwn(now, id) ? [[id, part] as const] : [];
	});
	return gone.length > 0 ? Object.fromEntries(gone) : undefined;
}

/** The question that a patch is about, as far as it stands on the desk behind it. */
export function shownIn({ questions }: Desk, patch: DeskPatch): string | undefined {
	const [own] = Object.entries(patch.questions ?? {});
	if (own) return own[1] ? own[0] : undefined;
	const compared = Object.keys(patch.comparisons ?? {});
	const all = Object.values(questions);
	return all.find(({ comparisonId = '' }) => compared.includes(comparisonId))?.id;
}
