import { exact, nearMiss } from './exact.ts';
import { readTyped, readyKey, type ReadyKey, type Typed } from './grading.ts';
import { wrong } from './marks.ts';
import { names } from './names.ts';
import { quantities } from './quantities.ts';
import type { AnswerKey, Mark } from './types.ts';
import { contained, misspelt, wording } from './wording.ts';

/** A rule gives its mark, or leaves the answer to the next. */
type Rule = (ready: ReadyKey, typed: Typed) => Mark | undefined;

const RULES: Rule[] = [exact, nearMiss, names, quantities, wording, misspelt, contained];

/**
 * Grades a typed answer. Pure and total: the same key and text give the same mark everywhere, and
 * every text gets one.
 */
export function gradeAnswer(key: AnswerKey, typed: string): Mark {
	return gradeTyped(key, readTyped(typed));
}

/** Grades an answer that is read already. */
export function gradeTyped(key: AnswerKey, answer: Typed): Mark {
	const ready = readyKey(key);
	if (answer.words.length === 0) return wrong('empty');
	for (const rule of RULES) {
		const mark = rule(ready, answer);
		if (mark) return mark;
	}
	return wrong('no-rule');
}
