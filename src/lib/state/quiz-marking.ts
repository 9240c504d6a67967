/** Fetches what marks answers and tells about them: with the grader it is larger than all else of a quiz. */
export async function loadMarking() {
	const [{ markItem }, { nextItemNo, queueRepeats }, { toldParts }] = await Promise.all([
		import('#lib/domain/quiz/marking.ts'),
		import('#lib/domain/quiz/repeats.ts'),
		import('./quiz-told.ts')
	]);
	return { markItem, nextItemNo, queueRepeats, toldParts };
}

/** What marks answers, tells about them and says what comes after them. */
export type Marking = Awaited<ReturnType<typeof loadMarking>>;
