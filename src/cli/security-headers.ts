/**
 * Headers of every response, prerendered files too. The full content security policy stands in each
 * page as a meta element with the hashes of its own scripts; what a meta element cannot say stands here.
 */
export function securityHeaders(origin: string): Record<string, string> {
	const headers: Record<string, string> = {
		'Content-Security-Policy': "frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
		'X-Content-Type-Options': 'nosniff',
		'X-Frame-Options': 'DENY',
		'Referrer-Policy': 'no-referrer',
		'Permissions-Policy':
			'accelerometer=(), autoplay=(), camera=(self), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Resource-Policy': 'same-origin'
	};
	if (origin.startsWith('https://')) {
		headers['Strict-Transport-Security'] = 'max-age=31536000';
	}
	return headers;
}
