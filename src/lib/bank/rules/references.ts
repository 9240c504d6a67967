import { placeIn, type Book, type Piece } from '#lib/bank/book.ts';
import { nearest } from '#lib/bank/nearest.ts';
import { problem, type Problem } from '#lib/bank/problems.ts';
import type { Path } from '#lib/bank/yaml.ts';

interface Reference {
	id: string | undefined;
	from: Piece<unknown>;
	steps: Path;
}

function nameReferences(book: Book): Reference[] {
	const facts = book.facts.map((from) => ({ id: from.value.source, from, steps: ['source'] }));
	const reports = book.reports.map((from) => ({ id: from.value.place, from, steps: ['place'] }));
	const wholes = book.names.flatMap((from) => [
		{ id: from.value.partOf, from, steps: ['partOf'] },
		{ id: from.value.actsFor, from, steps: ['actsFor'] }
	]);
	const answers = book.questions.flatMap((from) => {
		const { name, names = [] } = from.value.answer;
		return [
			{ id: name, from, steps: ['answer', 'name'] },
			...names.map((id, index) => ({ id, from, steps: ['answer', 'names', index] }))
		];
	});
	return [...facts, ...reports, ...wholes, ...answers];
}

function factReferences(book: Book): Reference[] {
	const reports = book.reports.flatMap((from) => {
		const full = (id: string) => `${from.id}/${id}`;
		const told = (['plain', 'full'] as const).flatMap((level) =>
			from.value.brief[level].flatMap(({ facts }, sentence) =>
				facts.map((id, index) => ({
					id: full(id),
					from,
					steps: ['brief', level, sentence, 'facts', index]
				}))
			)
		);
		const times = from.value.timeline.map(({ fact }, index) => ({
			id: full(fact),
			from,
			steps: ['timeline', index, 'fact']
		}));
		return [...told, ...times];
	});
	const compared = book.comparisons.flatMap((from) =>
		from.value.facts.map((id, index) => ({ id, from, steps: ['facts', index] }))
	);
	return [...reports, ...compared];
}

interface Known {
	what: 'name' | 'fact';
	own: Set<string>;
	isAround: (id: string) => boolean;
}

function dangling(references: Reference[], { what, own, isAround }: Known): Problem[] {
	return references.flatMap(({ id, from, steps }) => {
		if (id === undefined || own.has(id) || isAround(id)) return [];
		const data = { id, what, suggestion: nearest(id, own) };
		return [problem(placeIn(from, ...steps), 'dangling', data)];
	});
}

/** Every name and fact that is spoken of is there, as far as every file could be read. */
export function checkReferences(book: Book): Problem[] {
	if (book.isIncomplete) return [];
	const { around, nameIds, factIds } = book;
	const isNameAround = (id: string) => around?.name(id) !== undefined;
	const isFactAround = (id: string) => around?.fact(id) !== undefined;
	return [
		...dangling(nameReferences(book), { what: 'name', own: nameIds, isAround: isNameAround }),
		...dangling(factReferences(book), { what: 'fact', own: factIds, isAround: isFactAround })
	];
}
