import { placeIn, type Book } from '#lib/bank/book.ts';
import { problem, type Problem } from '#lib/bank/problems.ts';

const FILE = 'ids.lock';
const ID = /^[a-z0-9-]+(?:\/[a-z0-9-]+){1,2}$/;

/** The ids a bank publishes: its facts' and questions', sorted. */
export function publishedIds(book: Book): string[] {
	return [...new Set([...book.facts, ...book.questions].map((entry) => entry.id))].sort();
}

/** The old ids that questions list, with the place of each. */
function formerIds(book: Book) {
	return book.questions.flatMap((question) =>
		question.value.was.map((id, index) => ({ id, place: placeIn(question, 'was', index) }))
	);
}

/** Old ids are no longer used. */
export function checkFormerIds(book: Book): Problem[] {
	const used = new Set(publishedIds(book));
	return formerIds(book)
		.filter(({ id }) => used.has(id) || book.around?.question(id) || book.around?.fact(id))
		.map(({ id, place }) => problem(place, 'was-in-use', { id }));
}

/** Every id ever published is still in the bank, or listed as the old id of a question. */
export function checkLock(book: Book, lock: string): Problem[] {
	const kept = new Set([
		...book.factIds,
		...publishedIds(book),
		...formerIds(book).map(({ id }) => id)
	]);
	return lock.split(/\r?\n/).flatMap((text, index): Problem[] => {
		const place = { file: FILE, line: index + 1, column: 1 };
		const id = text.trim();
		if (id === '') return [];
		if (!ID.test(id)) return [problem(place, 'bad-lock-line', { text })];
		return kept.has(id) || book.isIncomplete ? [] : [problem(place, 'lost-id', { id })];
	});
}

/** The lock with a bank's new ids added, one id a line, sorted. */
export function addToLock(lock: string, ids: string[]): string {
	const old = lock.split(/\r?\n/).map((line) => line.trim());
	const all = new Set([...old, ...ids].filter((id) => id !== ''));
	return [...all]
		.sort()
		.map((id) => `${id}\n`)
		.join('');
}
