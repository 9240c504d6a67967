import { MOST_ATTEMPTS, type AttemptUpload } from '#lib/domain/classroom/api/pupil-api.ts';
import { savedAnswersOf, submissionOf } from '#lib/domain/classroom/assigned.ts';
import type { OutboxRecord } from '#lib/storage/outbox-repository.ts';
import { isToHandIn } from '#lib/storage/outbox-waiting.ts';

/** The server takes 512 kB at once; a submission of its own may follow the answers. */
const MOST_ANSWER_BYTES = 150_000;
const MOST_BYTES = 400_000;
const MOST_ANSWERS = 1000;

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

/** The first of some things that are together no larger than allowed; at least one. */
function firstOf<T>(things: readonly T[], most: { bytes: number; count: number }): T[] {
	let bytes = 0;
	const end = things.findIndex((thing, i) => {
		bytes += bytesOf(thing);
		return i > 0 && (bytes > most.bytes || i >= most.count);
	});
	return end === -1 ? [...things] : things.slice(0, end);
}

/**
 * What is sent of an attempt next: its answers from the oldest on, and with the last of them what is
 * handed in. Nothing where the server has it all.
 */
export function uploadOf({ sitting, answers, unsent }: OutboxRecord): AttemptUpload | undefined {
	const { id, assigned, paper, startedAt } = sitting;
	const saved = savedAnswersOf(sitting, unsent);
	const isEnded = isToHandIn(sitting);
	if (!assigned || (saved.length === 0 && !isEnded)) return undefined;
	const some = firstOf(saved, { bytes: MOST_ANSWER_BYTES, count: MOST_ANSWERS });
	const submission = isEnded && some.length === saved.length && submissionOf(sitting, answers);
	return {
		submissionId: id,
		assignmentId: assigned.assignmentId,
		quizHash: paper.edition,
		attempt: assigned.attempt,
		startedAt,
		answers: some,
		...(submission && { handedIn: submission })
	};
}

/** As many attempts as go into one upload, from the first on. */
export function nextUpload(attempts: readonly AttemptUpload[]): AttemptUpload[] {
	return firstOf(attempts, { bytes: MOST_BYTES, count: MOST_ATTEMPTS });
}
