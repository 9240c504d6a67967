import type { Assignment, FrozenQuiz } from './types.ts';
import { testHash } from './withhold.ts';

/** The versions of an assignment's quiz by the hash that submissions name them by. */
export async function versionsByHash(
	crypto: Crypto,
	{ rules, versions, releaseCode }: Pick<Assignment, 'rules' | 'versions' | 'releaseCode'>
): Promise<Map<string, FrozenQuiz>> {
	const entries = versions.map(async (quiz): Promise<[string, FrozenQuiz]> => {
		const isHidden = rules.mode === 'test' && releaseCode !== undefined;
		return [isHidden ? await testHash(crypto, quiz, releaseCode) : quiz.hash, quiz];
	});
	return new Map(await Promise.all(entries));
}
