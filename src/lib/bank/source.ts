import { knownNames, type Book } from './book.ts';
import { closedNames, usedNameIds } from './names-used.ts';
import type { ComparisonPiece, FactPiece, NamePiece, QuestionPiece, ReportHead } from './schema.ts';

/** A question with its full id and the full ids of the facts it rests on. */
export interface SourceQuestion extends Omit<QuestionPiece, 'id'> {
	id: string;
	factIds: string[];
	comparisonId?: string;
}

/** A fact with its full id. */
export interface SourceFact extends Omit<FactPiece, 'questions'> {
	reportId: string;
}

/** A checked bank as its authors wrote it, every id in full, without the places in its files. */
export interface SourceBank {
	reports: ReportHead[];
	names: NamePiece[];
	facts: SourceFact[];
	comparisons: Omit<ComparisonPiece, 'questions'>[];
	questions: SourceQuestion[];
}

/** The names of the files, and those around them that they speak of: a bank knows every name it uses. */
function namesOf(book: Book, bank: SourceBank): NamePiece[] {
	if (!book.around) return bank.names;
	const known = knownNames(book);
	const own = bank.names.map(({ id }) => id);
	return closedNames([...own, ...usedNameIds(bank, known)], known);
}

/** The plain data of a book that has no problems. */
export function sourceBank(book: Book): SourceBank {
	const bank: SourceBank = {
		reports: book.reports.map(({ value }) => value),
		names: book.names.map(({ value }) => value),
		facts: book.facts.map(({ value: { questions: _, ...fact }, id, reportId }) => ({
			...fact,
			id,
			reportId
		})),
		comparisons: book.comparisons.map(({ value: { questions: _, ...comparison } }) => comparison),
		questions: book.questions.map(({ value, id, fact, comparison }) => ({
			...value,
			id,
			factIds: fact ? [fact.id] : (comparison?.value.facts ?? []),
			...(comparison ? { comparisonId: comparison.id } : {})
		}))
	};
	return { ...bank, names: namesOf(book, bank) };
}
