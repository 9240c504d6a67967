import { placeIn, type Book } from '#lib/bank/book.ts';
import { problem, type Problem } from '#lib/bank/problems.ts';

/** A comparison holds each fact once, and two or more where it says how they relate. */
export function checkComparisons(book: Book): Problem[] {
	return book.comparisons.flatMap((comparison) => {
		const { facts, relation } = comparison.value;
		const repeated = facts.flatMap((id, index) =>
			facts.indexOf(id) === index
				? []
				: [problem(placeIn(comparison, 'facts', index), 'repeated-fact', { id })]
		);
		const needsTwo = relation === 'same' || relation === 'differs';
		if (!needsTwo || facts.length >= 2) return repeated;
		return [...repeated, problem(placeIn(comparison, 'facts'), 'lone-fact', { relation })];
	});
}
