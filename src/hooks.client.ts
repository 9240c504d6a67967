import type { HandleClientError } from '@sveltejs/kit';

/** What nobody expected: told on the error screen and in the console, sent nowhere. */
export const handleError: HandleClientError = ({ error, status }) => {
	if (status !== 404) console.error(error);
	return { message: status === 404 ? 'missing' : 'unexpected' };
};
