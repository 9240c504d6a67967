import { knownNames, lineOf, placeIn, type Book, type NameEntry } from '#lib/bank/book.ts';
import { spellings } from '#lib/bank/key-texts.ts';
import { problem, type Problem } from '#lib/bank/problems.ts';
import { foldKey } from '#lib/bank/fold-key.ts';

const LINKS = ['partOf', 'actsFor'] as const;

function circular(book: Book): Problem[] {
	const byId = knownNames(book);
	return book.names.flatMap((start) =>
		LINKS.flatMap((link) => {
			const through: string[] = [];
			let id = start.value[link];
			while (id !== undefined && id !== start.id && !through.includes(id)) {
				through.push(id);
				id = byId.get(id)?.[link];
			}
			if (id !== start.id) return [];
			return [problem(placeIn(start, link), 'circular-part', { id: start.id, through })];
		})
	);
}

function spellingPlace(entry: NameEntry, index: number) {
	return index === 0 ? placeIn(entry, 'name') : placeIn(entry, 'aliases', index - 1);
}

/** No spelling belongs to two names: the grader could not tell whom an answer means. */
function ambiguous(book: Book): Problem[] {
	const owners = new Map<string, { id: string; line: string }>();
	return book.names.flatMap((entry) =>
		spellings(entry.value).flatMap((text, index) => {
			const key = foldKey(text);
			const place = spellingPlace(entry, index);
			const owner = owners.get(key);
			if (!owner) owners.set(key, { id: entry.id, line: lineOf(place) });
			if (!owner || owner.id === entry.id) return [];
			return [problem(place, 'ambiguous-name', { text, id: owner.id, first: owner.line })];
		})
	);
}

const PLACES = ['country', 'city', 'district', 'landmark'];

function reportPlaces(book: Book): Problem[] {
	const byId = knownNames(book);
	return book.reports.flatMap((report) => {
		const id = report.value.place;
		const type = byId.get(id)?.type;
		if (type === undefined || PLACES.includes(type)) return [];
		return [problem(placeIn(report, 'place'), 'not-a-place', { id, type })];
	});
}

/** Names are no part of themselves, spelt unlike each other, and a report's place is a place. */
export function checkNames(book: Book): Problem[] {
	return [...circular(book), ...ambiguous(book), ...reportPlaces(book)];
}
