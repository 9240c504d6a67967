import type { HandleClientError } from '@sveltejs/kit';

/**
 * What nobody expected: told on the error screen and in the console, sent nowhere. `away`: a part of the
 * app that is not on this device yet was asked for without a network.
 */
export const handleError: HandleClientError = ({ error, status }) => {
	if (status === 404) return { message: 'missing' };
	console.error(error);
	const isImport = error instanceof TypeError && /import|module/i.test(error.message);
	return { message: isImport && !navigator.onLine ? 'away' : 'unexpected' };
};
