import type { Request } from 'restify';

/**
 * The address that a request comes from. Azure App Service puts it at the end of X-Forwarded-For, an IPv4
 * address with its port; what stands before it anybody may have written.
 */
export function clientAddress(request: Request): string {
  const last = request.header('x-forwarded-for', '').split(',').at(-1)?.trim() ?? '';
  if (last === '') return request.socket.remoteAddress ?? '';
  return last.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1').replace(/^\[(.+)\](?::\d+)?$/, '$1');
}
