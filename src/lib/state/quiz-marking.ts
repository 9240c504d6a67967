/** Fetches what marks answers: with the grader it is larger than all else of a quiz. */
export async function loadMarking() {
	const [{ markItem }, { nextItemNo, queueRepeats }] = await Promise.all([
		import('#lib/domain/quiz/marking.ts'),
		import('#lib/domain/quiz/repeats.ts')
	]);
	return { markItem, nextItemNo, queueRepeats };
}

/** What marks answers and says what comes after them. */
export type Marking = Awaited<ReturnType<typeof loadMarking>>;
