// kotak.js - the outbox: what could not be sent waits on this phone.
