import { join } from 'node:path';
import { expect, test } from 'vitest';
import { platformCacheFolder, shortNameOf } from '../../src/cache/location.js';

test('the cache lies where the environment says', () => {
  const xdg = { XDG_CACHE_HOME: '/xdg', LOCALAPPDATA: '/local', HOME: '/home' };
  expect(platformCacheFolder(xdg)).toBe(join('/xdg', 'sales-process-audit'));
  expect(platformCacheFolder({ LOCALAPPDATA: '/local', HOME: '/home' })).toBe(
    join('/local', 'sales-process-audit', 'Cache'),
  );
  expect(platformCacheFolder({ HOME: '/home' })).toContain('sales-process-audit');
  expect(platformCacheFolder({})).toBeUndefined();
});

test('a working directory has a short name that no file system minds', () => {
  expect(shortNameOf('/home/me/sales processes')).toMatch(/^-home-me-sales-processes-[0-9a-z]+$/);
  expect(shortNameOf('C:\\Users\\me')).toMatch(/^C-Users-me-[0-9a-z]+$/);
  expect(shortNameOf(`/${'x'.repeat(500)}`).length).toBeLessThan(60);
  expect(shortNameOf('/a/b')).not.toBe(shortNameOf('/a-b'));
});
