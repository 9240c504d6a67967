import { arrivalDoubts, type ArrivalDoubt } from '#lib/domain/classroom/arrivals.ts';
import { countedWork, type GradebookCell } from '#lib/domain/classroom/gradebook.ts';
import type {
	MarkedAssignment,
	MarkedAttempt,
	PupilWork
} from '#lib/domain/classroom/mark-assignment.ts';
import { answerAsGiven, answerOf } from '#lib/domain/classroom/part-answers.ts';
import { outcomeOf, partMarks, type PartOutcome } from '#lib/domain/classroom/question-counts.ts';
import type { QuizPart } from '#lib/domain/classroom/quiz-parts.ts';
import type { ClassMark } from '#lib/domain/classroom/ruling-types.ts';
import type { PupilNo, PupilState } from '#lib/domain/classroom/types.ts';
import type { ArrivalRow } from '#lib/storage/class-rows.ts';

/** One part of a pupil's counted attempt; `not-asked`: the version it answers lacks that part. */
export interface PartCell {
	part: QuizPart;
	outcome: PartOutcome | 'not-asked';
	/** The option chosen, as handed out: A, B, C … */
	letter?: string;
	/** As the pupil gave it; empty where it was left open. */
	given: string;
	by?: ClassMark['by'];
	credit?: ClassMark['credit'];
	dropped: boolean;
}

/** One pupil in the table of an assignment. */
export interface PupilRow {
	no: PupilNo;
	state: PupilState;
	/** What counts, and whether it is final. */
	sum: GradebookCell;
	/** A cell a part of the assignment; none where nothing is counted. */
	cells: PartCell[];
	/** The one that is counted. */
	attempt?: MarkedAttempt;
	/** What speaks against its claims. */
	doubts: ArrivalDoubt[];
	/** How it came. */
	arrival?: ArrivalRow;
}

/** A column of the table: a part, and what it is called: 3, or 3b where the item has several. */
export interface PartColumn {
	part: QuizPart;
	label: string;
}

const LETTER_A = 65;

/** The letter of an option, as handed out. */
export function optionLetter(option: number): string {
	return String.fromCharCode(LETTER_A + option);
}

/** Parts with the labels they go by. */
export function partColumns(parts: readonly QuizPart[]): PartColumn[] {
	return parts.map((part) => {
		const isOne = part.item.parts.length === 1;
		const letter = isOne ? '' : optionLetter(part.part).toLowerCase();
		return { part, label: `${part.itemNo + 1}${letter}` };
	});
}

function cellOf(part: QuizPart, attempt: MarkedAttempt): PartCell {
	const had = partMarks([attempt]).find((each) => each.part.key === part.key);
	if (!had) return { part, outcome: 'not-asked', given: '', dropped: false };
	const { mark } = had;
	const answer = answerOf(had.part, mark.raw);
	const option = answer && 'option' in answer ? answer.option : undefined;
	return {
		part: had.part,
		outcome: outcomeOf(mark),
		...(option !== undefined && { letter: optionLetter(option) }),
		given: answerAsGiven(had.part, mark.raw),
		by: mark.by,
		credit: mark.credit,
		dropped: mark.dropped
	};
}

/** What the table of pupils is made from. */
interface PupilTable {
	marked: MarkedAssignment;
	cells: readonly GradebookCell[];
	parts: readonly QuizPart[];
	arrivals: readonly ArrivalRow[];
}

function rowOf(
	{ marked, parts, arrivals }: PupilTable,
	work: PupilWork,
	sum: GradebookCell
): PupilRow {
	const { assignment } = marked;
	const attempt = countedWork(work, assignment.rules.counts)?.attempt;
	const base = { no: work.no, state: work.state, sum };
	if (!attempt) return { ...base, cells: [], doubts: [] };
	const { submission, arrivedAt } = attempt;
	// A second copy that came later tells nothing of how the first one came.
	const arrival = arrivals.find(
		({ submissionId, state }) => submissionId === submission.id && state !== 'duplicate'
	);
	return {
		...base,
		cells: parts.map((part) => cellOf(part, attempt)),
		attempt,
		doubts: arrivalDoubts({ assignment, submission, arrivedAt }),
		...(arrival && { arrival })
	};
}

/** A row a pupil, by number. */
export function pupilRows(table: PupilTable): PupilRow[] {
	return table.marked.pupils.flatMap((work) => {
		const sum = table.cells.find(({ no }) => no === work.no);
		return sum ? [rowOf(table, work, sum)] : [];
	});
}
