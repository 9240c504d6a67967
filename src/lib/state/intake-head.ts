import { isReportDate } from '#lib/bank/report-date.ts';
import type { Basis, Name, NameType } from '#lib/bank/types.ts';
import { findNames } from '#lib/domain/desk/find-names.ts';
import { readPasted, type Intake } from '#lib/domain/desk/intake.ts';
import type { Desk, DeskHead } from '#lib/domain/desk/types.ts';
import type { IntakeDraft, ToldField } from '#lib/storage/intake-repository.ts';
import { foldKey } from '#lib/text/fold.ts';

/** The types of names a report can be from, as a new one is offered. */
export const PLACE_TYPES = [
	'city',
	'district',
	'landmark',
	'country'
] as const satisfies readonly NameType[];

/** What the text and its file say of publisher and date: the best first. */
export interface FoundHead {
	publishers: string[];
	dates: string[];
}

/** What a report still needs before it can be studied. */
export type MissingPart = 'title' | 'publisher' | 'date' | 'place';

/** How much of a text is searched for places. */
const SEARCHED = 20_000;
const MOST_PLACES = 3;
const MOST_MATCHES = 6;

const distinct = (texts: (string | undefined)[]) => [
	...new Set(texts.filter((text) => text !== undefined && text !== ''))
];

/** What becomes of a draft's text. */
export function readDraft({ text, kept }: Pick<IntakeDraft, 'text' | 'kept'>): Intake {
	return readPasted(text, new Set(kept));
}

/** Names of two lists, each once; of two with one id the own one. */
export function joinNames(names: readonly Name[], own: readonly Name[]): Name[] {
	return [...new Map([...names, ...own].map((name) => [name.id, name])).values()];
}

/** What was found in a text and in the file it came in. */
export function foundHead(
	found: IntakeDraft['found'],
	said: Partial<Pick<DeskHead, 'publisher' | 'date'>>
): FoundHead {
	return {
		publishers: distinct([found.publisher, said.publisher?.name]) as string[],
		dates: (distinct([found.date, said.date?.value]) as string[]).filter(isReportDate)
	};
}

/** What a field says: what was typed, or what was found until somebody types. */
export function toldValue(told: ToldField, found: readonly string[]): string {
	return told.value ?? found[0] ?? '';
}

/** Whether the report states a field's value, unless the person says otherwise: it does where it holds it. */
export function toldBasis(told: ToldField, found: readonly string[], text: string): Basis {
	if (told.basis) return told.basis;
	const value = toldValue(told, found).trim();
	if (value === '' || found.includes(value)) return 'stated';
	return text.toLowerCase().includes(value.toLowerCase()) ? 'stated' : 'inferred';
}

/** The head a desk begins with. */
export function headOf(draft: IntakeDraft, found: FoundHead): DeskHead {
	const { text, title, publisher, date, place, notice } = draft;
	return {
		title: title.trim(),
		publisher: {
			name: toldValue(publisher, found.publishers).trim(),
			basis: toldBasis(publisher, found.publishers, text)
		},
		date: {
			value: toldValue(date, found.dates).trim(),
			basis: toldBasis(date, found.dates, text)
		},
		...(place && { place }),
		...(notice.trim() && { notice: notice.trim() })
	};
}

/** What a head lacks before its report can be studied. */
export function missingParts({ title, publisher, date, place }: DeskHead): MissingPart[] {
	const has: Record<MissingPart, boolean> = {
		title: title !== '',
		publisher: publisher.name !== '',
		date: isReportDate(date.value),
		place: place !== undefined
	};
	return (['title', 'publisher', 'date', 'place'] as const).filter((part) => !has[part]);
}

/** Whether a title is the report's own headline instead of the author's words. */
export function isHeadline(title: string, headlines: readonly string[]): boolean {
	const key = foldKey(title);
	return key !== '' && headlines.some((headline) => foldKey(headline) === key);
}

const isPlace = ({ type }: Name) => PLACE_TYPES.some((each) => each === type);

/** The places a text speaks of most. */
export function placesIn(text: string, names: readonly Name[]): Name[] {
	const counts = new Map<Name, number>();
	for (const { name } of findNames(text.slice(0, SEARCHED), names))
		if (isPlace(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
	return [...counts]
		.sort(([, a], [, b]) => b - a)
		.slice(0, MOST_PLACES)
		.map(([name]) => name);
}

/** Names that begin with what is typed, then those that hold it; places first. */
export function namesLike(typed: string, names: readonly Name[]): Name[] {
	const key = foldKey(typed);
	if (key === '') return [];
	const rank = (name: Name) => {
		const keys = [name.name, ...name.aliases].map((each) => foldKey(each));
		const best = keys.some((each) => each.startsWith(key)) ? 0 : 1;
		return keys.some((each) => each.includes(key)) ? best : 2;
	};
	return names
		.filter(isPlace)
		.map((name) => ({ name, rank: rank(name) }))
		.filter((each) => each.rank < 2)
		.sort((a, b) => a.rank - b.rank || a.name.name.localeCompare(b.name.name))
		.slice(0, MOST_MATCHES)
		.map(({ name }) => name);
}

/** The desk a draft becomes. */
export function deskFrom(draft: IntakeDraft, head: DeskHead): Desk {
	const { paragraphs, taken } = readDraft(draft);
	return {
		id: draft.id,
		head,
		pasted: draft.text,
		taken,
		paragraphs,
		paragraphCount: paragraphs.filter(({ number }) => number !== 'caption').length,
		facts: {},
		questions: {}
	};
}
