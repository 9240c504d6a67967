import type { DraftTaste } from '#lib/domain/desk/draft-taste.ts';
import type { Desk } from '#lib/domain/desk/types.ts';
import type { DeskDraft } from './draft-places.ts';

/** A draft among the others that are open. */
export interface ListedDraft extends DeskDraft {
	/** How far this person's taste moved its score. */
	shift: number;
	/** Its place among all drafts of the report by score, from 0 for the best to below 1. */
	rank: number;
}

const clamp = (score: number) => Math.min(1, Math.max(0, score));

const numberOf = ({ sentence }: DeskDraft) =>
	sentence.paragraph === 'caption' ? 0 : sentence.paragraph;

/** All drafts of a report as this person's taste has them: by paragraph, the best of each first. */
export function listDrafts(drafts: readonly DeskDraft[], taste: DraftTaste): ListedDraft[] {
	const scored = drafts.map((draft) => {
		const shift = taste(draft);
		return { ...draft, shift, score: clamp(draft.score + shift) };
	});
	scored.sort((a, b) => b.score - a.score);
	return scored
		.map((draft, at) => ({ ...draft, rank: at / scored.length }))
		.sort((a, b) => numberOf(a) - numberOf(b) || a.rank - b.rank);
}

/** Those of some drafts that nobody kept or dropped yet. */
export function openDrafts(drafts: readonly ListedDraft[], desk: Desk | undefined): ListedDraft[] {
	const kept = Object.values(desk?.questions ?? {}).flatMap(({ draft }) => draft?.id ?? []);
	const done = new Set([...kept, ...Object.keys(desk?.drops ?? {})]);
	return drafts.filter(({ id }) => !done.has(id));
}

/** Whether two drafts ask for the same words of the report. */
const isSameAnswer = ({ span: a }: DeskDraft, { span: b }: DeskDraft) =>
	a.paragraph === b.paragraph && a.start < b.end && b.start < a.end;

/** The best of some drafts, in their order: without those that need a look of their own, each answer once. */
export function bestDrafts(drafts: readonly ListedDraft[], count: number): ListedDraft[] {
	const best: ListedDraft[] = [];
	const ranked = drafts.filter(({ flags }) => flags.length === 0);
	for (const draft of ranked.sort((a, b) => b.score - a.score)) {
		if (best.length === count) break;
		if (!best.some((each) => isSameAnswer(each, draft))) best.push(draft);
	}
	const ids = idsOf(best);
	return drafts.filter(({ id }) => ids.has(id));
}

const idsOf = (drafts: readonly DeskDraft[]) => new Set(drafts.map(({ id }) => id));

/** How many of some drafts are questions of their desk now. */
export function keptOf(drafts: readonly DeskDraft[], desk: Desk | undefined): number {
	const ids = idsOf(drafts);
	return Object.values(desk?.questions ?? {}).filter(({ draft }) => draft && ids.has(draft.id))
		.length;
}

/** Of drafts in their order the first that is left, else the last of all that are. */
export function nextOf<T extends DeskDraft>(
	drafts: readonly T[],
	left: readonly T[]
): T | undefined {
	const ids = idsOf(left);
	return drafts.find(({ id }) => ids.has(id)) ?? left.at(-1);
}

/** The first draft that was not there before. */
export function firstNew<T extends DeskDraft>(
	before: readonly T[],
	now: readonly T[]
): T | undefined {
	const ids = idsOf(before);
	return now.find(({ id }) => !ids.has(id));
}
