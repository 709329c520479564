/** A build that failed, as its tool would write it; all names are made up. */
export interface FailedBuild {
  readonly name: string;
  /** What the step that failed wrote. */
  readonly lines: readonly string[];
  /** What must stand in a pack for the cause to be named. */
  readonly needs: readonly string[];
}

export const failedBuilds: readonly FailedBuild[] = [
  {
    name: 'go test',
    lines: [
      '=== RUN   TestLedgerRounds',
      '    ledger_test.go:88: balance after 3 entries: got 41, want 42',
      '--- FAIL: TestLedgerRounds (0.00s)',
      'FAIL',
      'FAIL\texample.org/ledger/book\t0.214s',
    ],
    needs: ['ledger_test.go:88: balance after 3 entries: got 41, want 42', '--- FAIL: TestLedgerRounds'],
  },
  {
    name: 'maven, a symbol',
    lines: [
      '[INFO] -------------------------------------------------------------',
      '[ERROR] COMPILATION ERROR : ',
      '[ERROR] /w/till/src/main/java/till/Scale.java:[31,17] cannot find symbol',
      '[ERROR]   symbol:   method weigh(int)',
      '[ERROR]   location: class till.Scale',
      '[INFO] BUILD FAILURE',
      '[ERROR] Failed to execute goal compiler:compile on project till: Compilation failure',
    ],
    needs: ['Scale.java:[31,17] cannot find symbol', 'method weigh(int)', 'BUILD FAILURE'],
  },
  {
    name: 'gradle, kotlin',
    lines: [
      '> Task :till:compileKotlin FAILED',
      "e: file:///w/till/src/Till.kt:12:5 Unresolved reference 'weigh'.",
      '* What went wrong:',
      "Execution failed for task ':till:compileKotlin'.",
      'BUILD FAILED in 14s',
    ],
    needs: ['> Task :till:compileKotlin FAILED', "Till.kt:12:5 Unresolved reference 'weigh'", 'BUILD FAILED'],
  },
  {
    name: 'npm, a tree that cannot be',
    lines: [
      'npm error code ERESOLVE',
      'npm error ERESOLVE unable to resolve dependency tree',
      'npm error Found: scale@3.0.0',
      'npm error Could not resolve dependency:',
      'npm error peer scale@"^2.0.0" from till-widgets@1.4.0',
    ],
    needs: ['ERESOLVE unable to resolve dependency tree', 'peer scale@"^2.0.0" from till-widgets@1.4.0'],
  },
  {
    name: 'tsc',
    lines: [
      '> till@1.0.0 typecheck',
      '> tsc --noEmit',
      "src/till.ts(14,7): error TS2322: Type 'string' is not assignable to type 'number'.",
    ],
    needs: ["src/till.ts(14,7): error TS2322: Type 'string' is not assignable"],
  },
  {
    name: 'eslint',
    lines: [
      '> eslint src',
      '/w/till/src/drawer.js',
      "   14:7   error  'price' is assigned a value but never used  no-unused-vars",
      '✖ 1 problem (1 error, 0 warnings)',
    ],
    needs: ['/w/till/src/drawer.js', "'price' is assigned a value but never used", '✖ 1 problem'],
  },
  {
    name: 'killed for memory',
    lines: ['bundling 311 modules', '/w/build.sh: line 12:  4123 Killed                  node bundle.mjs'],
    needs: ['4123 Killed                  node bundle.mjs', 'exit code 137'],
  },
  {
    name: 'a step that took too long',
    lines: [
      'starting checkout.spec on worker 3',
      'waiting for the card reader',
      "##[error]The action 'Browser tests' has timed out after 30 minutes.",
    ],
    needs: ['waiting for the card reader', 'has timed out after 30 minutes'],
  },
  {
    name: 'cancelled by the next push',
    lines: ['copying 12 receipts', '##[error]The operation was canceled.'],
    needs: ['The operation was canceled.'],
  },
  {
    name: 'terraform',
    lines: [
      '╷',
      '│ Error: creating bucket (till-receipts): AccessDenied: not authorised for this call',
      '│ ',
      '│   with store.receipts,',
      '│   on receipts.tf line 9, in resource "store" "receipts":',
      '╵',
    ],
    needs: ['creating bucket (till-receipts): AccessDenied', 'on receipts.tf line 9'],
  },
  {
    name: 'an image that lacks a folder',
    lines: [
      '#14 [build 5/6] COPY dist /srv/till',
      '#14 ERROR: failed to calculate checksum of ref: "/dist": not found',
      'Dockerfile:14',
      '  14 | >>> COPY dist /srv/till',
      'ERROR: failed to solve: "/dist": not found',
    ],
    needs: ['COPY dist /srv/till', '"/dist": not found', 'Dockerfile:14'],
  },
  {
    name: 'rspec',
    lines: [
      'Failures:',
      '  1) Till adds prices',
      '     Failure/Error: expect(till.sum).to eq(7)',
      '       expected: 7',
      '            got: 6',
      '     # ./spec/till_spec.rb:21:in `block (2 levels)`',
      '12 examples, 1 failure',
      'rspec ./spec/till_spec.rb:20 # Till adds prices',
    ],
    needs: [
      '1) Till adds prices',
      'expected: 7',
      'got: 6',
      './spec/till_spec.rb:21',
      '12 examples, 1 failure',
    ],
  },
  {
    name: 'rustc',
    lines: [
      'error[E0433]: failed to resolve: use of undeclared type `Scale`',
      '  --> src/till.rs:9:5',
      '   |',
      '9  |     Scale::weigh(3);',
      '   |     ^^^^^ use of undeclared type `Scale`',
      'error: could not compile `till` (lib) due to 1 previous error',
    ],
    needs: ['error[E0433]: failed to resolve', '--> src/till.rs:9:5', 'could not compile `till`'],
  },
  {
    name: 'a linker',
    lines: [
      'till.o: in function `main`:',
      "till.cpp:(.text+0x1f): undefined reference to `weigh(int)'",
      'collect2: error: ld returned 1 exit status',
      'make: *** [Makefile:12: till] Error 1',
    ],
    needs: ['undefined reference to `weigh(int)', 'ld returned 1 exit status', '[Makefile:12: till] Error 1'],
  },
  {
    name: 'a secret that is not there',
    lines: ['##[error]Input required and not supplied: token'],
    needs: ['Input required and not supplied: token'],
  },
  {
    name: 'a package nobody made',
    lines: [
      'Collecting tillkit==9.1',
      'ERROR: Could not find a version that satisfies the requirement tillkit==9.1 (from versions: 1.0, 2.0)',
      'ERROR: No matching distribution found for tillkit==9.1',
    ],
    needs: ['satisfies the requirement tillkit==9.1', 'No matching distribution found'],
  },
  {
    name: 'a formatter',
    lines: [
      'would reformat src/till/drawer.py',
      'Oh no!',
      '1 file would be reformatted, 80 files unchanged.',
    ],
    needs: ['would reformat src/till/drawer.py', '1 file would be reformatted'],
  },
  {
    name: 'a full disk',
    lines: ['exporting layers', 'write /var/lib/layers/7/till.tar: no space left on device'],
    needs: ['no space left on device'],
  },
  {
    name: 'a crash',
    lines: ['weighing 12 apples', 'sh: line 1:   731 Segmentation fault      (core dumped) ./till --weigh'],
    needs: ['weighing 12 apples', 'Segmentation fault      (core dumped) ./till --weigh'],
  },
  {
    name: 'a browser test',
    lines: [
      '  1) [firefox] › till.spec.ts:14:5 › pays by card ─────',
      '    Error: expect(locator).toHaveText(expected) failed',
      '    Expected string: "Paid"',
      '    Received string: "Card refused"',
      '        at /w/till/till.spec.ts:19:31',
      '  1 failed',
    ],
    needs: ['till.spec.ts:14:5 › pays by card', 'Expected string: "Paid"', 'Received string: "Card refused"'],
  },
  {
    name: 'a rollout',
    lines: ['waiting for till-0 to be ready', 'Error: UPGRADE FAILED: timed out waiting for the condition'],
    needs: ['waiting for till-0 to be ready', 'UPGRADE FAILED'],
  },
  {
    name: 'dotnet',
    lines: [
      '  Failed PaysByCard [12 ms]',
      '  Error Message:',
      '   Assert.Equal() Failure: Values differ',
      'Expected: 7',
      'Actual:   6',
      '     at Till.Tests.Drawer.PaysByCard() in /w/till/Drawer.cs:line 31',
      'Failed!  - Failed:     1, Passed:    80, Skipped:     0, Total:    81',
    ],
    needs: ['Failed PaysByCard', 'Expected: 7', 'Actual:   6', 'Drawer.cs:line 31', 'Failed:     1'],
  },
  {
    name: 'a code style',
    lines: [
      'Checking formatting...',
      '[warn] src/till.ts',
      '[warn] Code style issues found in the above file. Run the formatter with --write to fix.',
    ],
    needs: ['[warn] src/till.ts', 'Code style issues found'],
  },
  {
    name: 'a merge',
    lines: [
      'Auto-merging src/till.c',
      'CONFLICT (content): Merge conflict in src/till.c',
      'Automatic merge failed; fix conflicts and then commit the result.',
    ],
    needs: ['Merge conflict in src/till.c', 'Automatic merge failed'],
  },
  {
    name: 'tap',
    lines: ['not ok 14 - pays by card', '# expected 7, was 6', '1..80', '# failed 1 of 80'],
    needs: ['not ok 14 - pays by card', '# expected 7, was 6'],
  },
  {
    name: 'too little covered',
    lines: [
      'TOTAL        812    236    71%',
      'FAIL Required test coverage of 80% not reached. Total coverage: 71%',
    ],
    needs: ['Required test coverage of 80% not reached'],
  },
  {
    name: 'files that are generated',
    lines: [
      'diff --git a/api.gen.go b/api.gen.go',
      '-  Price int',
      '+  Price int64',
      'Generated files are out of date; run `make generate` and commit.',
    ],
    needs: ['api.gen.go', '+  Price int64', 'Generated files are out of date'],
  },
  {
    name: 'an action nobody tagged',
    lines: ['##[error]Unable to resolve action `acme/setup-till@v9`, unable to find version `v9`'],
    needs: ['Unable to resolve action `acme/setup-till@v9`'],
  },
  {
    name: 'a check without a word of failure',
    lines: ['walking 240 pages', 'dead link: /tills/old -> 3 pages point there'],
    needs: ['dead link: /tills/old'],
  },
  {
    name: 'a server that answers badly',
    lines: [
      'curl: (22) The requested URL returned error: 503',
      'gave up after 5 attempts: https://store.example/till.tar.gz',
    ],
    needs: ['returned error: 503', 'https://store.example/till.tar.gz'],
  },
  {
    name: 'junit',
    lines: [
      '[ERROR] Tests run: 12, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 0.31 s <<< FAILURE! -- in till.DrawerTest',
      '[ERROR] till.DrawerTest.paysByCard -- Time elapsed: 0.01 s <<< FAILURE!',
      'org.opentest4j.AssertionFailedError: expected: <7> but was: <6>',
      '\tat org.junit.jupiter.api.AssertEquals.fail(AssertEquals.java:31)',
      '\tat till.DrawerTest.paysByCard(DrawerTest.java:44)',
    ],
    needs: ['till.DrawerTest.paysByCard', 'expected: <7> but was: <6>', 'DrawerTest.java:44'],
  },
  {
    name: 'phpunit',
    lines: [
      'There was 1 failure:',
      '1) Till\\DrawerTest::testPaysByCard',
      'Failed asserting that 6 matches expected 7.',
      '/w/till/tests/DrawerTest.php:44',
      'Tests: 80, Assertions: 214, Failures: 1.',
    ],
    needs: ['DrawerTest::testPaysByCard', 'Failed asserting that 6 matches expected 7', 'DrawerTest.php:44'],
  },
];
