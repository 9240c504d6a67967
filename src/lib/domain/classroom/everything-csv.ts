import { arrivalDoubts } from './arrivals.ts';
import { printCsv, type Cell } from './csv.ts';
import { countedWork } from './gradebook.ts';
import type { MarkedAssignment, MarkedAttempt, PupilWork } from './mark-assignment.ts';
import { answerAsGiven } from './part-answers.ts';
import { partMarks, type PartMark } from './question-counts.ts';
import type { Pupil, PupilNo } from './types.ts';

/** All marks of some assignments, to be handed to another program. */
export interface EverythingFile {
	assignments: readonly MarkedAssignment[];
	pupils: readonly Pupil[];
	/** Private names by number; in the file only where they are given. */
	names?: Readonly<Record<PupilNo, string>>;
}

/** Headers for programs: the words of the project, whatever language the screen speaks. */
const HEADERS = [
	'number',
	'pseudonym',
	'assignment',
	'attempt',
	'submission',
	'attempt_is',
	'item',
	'part',
	'question',
	'kind',
	'form',
	'ask',
	'answer',
	'mark',
	'rule',
	'credit',
	'decided_by',
	'dropped',
	'confidence',
	'took_seconds',
	'started_claimed',
	'finished_claimed',
	'arrived',
	'left_screen',
	'doubts'
];

const LAST_TIME = 8.64e15;

/** A time in UTC; empty where a device claimed none that there is. */
function timeText(time: number): string {
	return Math.abs(time) <= LAST_TIME ? new Date(time).toISOString() : '';
}

function attemptIs({ isExtra, submission }: MarkedAttempt, countedId: string | undefined): string {
	if (isExtra) return 'extra';
	return submission.id === countedId ? 'counted' : 'not-counted';
}

function markCells({ part, attempt, mark }: PartMark): Cell[] {
	const given = attempt.submission.answers.findLast(({ itemNo }) => itemNo === part.itemNo);
	return [
		part.itemNo + 1,
		part.part + 1,
		part.questionId,
		part.kind,
		part.item.form,
		part.ask,
		answerAsGiven(part, mark.raw),
		mark.mark.verdict,
		mark.mark.rule,
		mark.credit,
		mark.by,
		mark.dropped ? 'yes' : 'no',
		given?.confidence ?? '',
		given ? given.tookMs / 1000 : null
	];
}

function claimCells({ assignment }: MarkedAssignment, attempt: MarkedAttempt): Cell[] {
	const { submission, arrivedAt } = attempt;
	return [
		timeText(submission.startedAt),
		timeText(submission.finishedAt),
		timeText(arrivedAt),
		submission.leftScreen,
		arrivalDoubts({ assignment, submission, arrivedAt }).join(' ')
	];
}

function pupilRows(marked: MarkedAssignment, work: PupilWork, who: readonly Cell[]): Cell[][] {
	const { id, title, rules } = marked.assignment;
	const counted = countedWork(work, rules.counts)?.attempt.submission.id;
	return partMarks(work.attempts).map((each) => {
		const { attempt } = each;
		return [
			...who,
			title || id,
			attempt.submission.attempt,
			attempt.submission.id,
			attemptIs(attempt, counted),
			...markCells(each),
			...claimCells(marked, attempt)
		];
	});
}

/**
 * Everything known of what came back, a row for each part of each submission: what was answered and
 * what it is worth, who said so, and what the pupil's device claims of times.
 */
export function everythingCsv({ assignments, pupils, names }: EverythingFile): string {
	const pseudonyms = new Map(pupils.map(({ no, pseudonym }) => [no, pseudonym]));
	const rows = assignments.flatMap((marked) =>
		marked.pupils.flatMap((work) => {
			const who: Cell[] = [work.no, pseudonyms.get(work.no) ?? ''];
			return pupilRows(marked, work, names ? [...who, names[work.no] ?? ''] : who);
		})
	);
	const [number = '', pseudonym = '', ...others] = HEADERS;
	const headers = [number, pseudonym, ...(names ? ['name'] : []), ...others];
	return printCsv([headers, ...rows]);
}
