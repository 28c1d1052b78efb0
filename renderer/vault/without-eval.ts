import { z } from 'zod';

// Schemas decide when they are made whether to compile themselves, so this module comes before all others.
z.config({ jitless: true });
