// Serves the page on this machine: the folders www/ and pkg/ and nothing else.
//
//   node scripts/serve.mjs [PORT]

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
};

/** The file that an address names, or null where it names none that is served. @param {string} address @param {string} pkg */
function fileAt(address, pkg) {
  const path = normalize(decodeURIComponent(new URL(address, 'http://localhost').pathname));
  const [, folder, rest] = /^\/(www|pkg)\/(.*)$/.exec(path) ?? [];
  if (!folder) return null;
  const file = join(folder === 'pkg' ? pkg : join(root, folder), rest, rest === '' || rest.endsWith('/') ? 'index.html' : '');
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/**
 * @param {number} port 0 for any that is free.
 * @param {string} pkg the folder that is served as pkg/.
 * @returns {Promise<{ address: string, close: () => void }>} the address of the folder www/.
 */
export function serve(port, pkg = join(root, 'pkg')) {
  const server = createServer((request, response) => {
    if (request.url === '/') return void response.writeHead(302, { location: '/www/' }).end();
    let file = null;
    try {
      file = fileAt(request.url ?? '/', pkg);
    } catch {
      return void response.writeHead(400).end('not an address');
    }
    if (!file) return void response.writeHead(404).end('not found');
    response.writeHead(200, {
      'content-type': /** @type {Record<string, string>} */ (types)[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
    });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve({ address: `http://localhost:${taken}/www/`, close: () => server.close() });
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = Number(process.argv[2] ?? 8000);
  const { address } = await serve(wanted).catch((error) => {
    if (error.code !== 'EADDRINUSE' || process.argv[2]) throw error;
    return serve(0);
  });
  console.log(`Alliance Map is at ${address}  (stop with Ctrl+C)`);
}
