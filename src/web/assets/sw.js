// sw.js - the service worker: pages that were seen can be seen again without a
// signal, and what waits in the outbox is sent when there is one.
self.addEventListener('install', () => self.skipWaiting());
