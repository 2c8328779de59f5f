//! Small random databases that keep a question's constraints and promises.
//!
//! Values are drawn from the rows and literals of the question and their neighbours, a few at a time,
//! so that rows meet, tie and just miss each other.

mod excerpt;
mod palette;
mod sample;

use std::cell::Cell;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::catalog::Catalog;
use super::engine::{Engine, Trouble};
pub(super) use palette::Pools;
pub(super) use sample::Sample;

/// Makes databases for one question, the same ones for the same seed.
pub(super) struct Source<'q> {
    schema: &'q str,
    promises: &'q [String],
    catalog: Catalog,
    pools: Pools,
    /// The rows of the question's own datasets, of which excerpts are taken.
    datasets: Vec<Sample>,
    seed: u64,
    /// The number of the database in use; each load moves on to a fresh one.
    place: Cell<usize>,
}

/// How often rows are taken away until the promises hold, before the database is given up.
const MENDINGS: usize = 12;

impl<'q> Source<'q> {
    /// Makes a source from the catalog and the values of a question.
    pub fn new(
        schema: &'q str,
        promises: &'q [String],
        catalog: Catalog,
        (pools, datasets): (Pools, Vec<Sample>),
        seed: u64,
    ) -> Self {
        Self { schema, promises, catalog, pools, place: Cell::new(datasets.len()), datasets, seed }
    }

    /// Fills a fresh database with number `number`; says no when its rows cannot be made to keep the promises.
    pub fn fill(&self, engine: &Engine, number: u64) -> Result<bool, Trouble> {
        let mut rng =
            ChaCha8Rng::seed_from_u64(self.seed.wrapping_add(number.wrapping_mul(0x9E37_79B9)));
        let drawn = Sample::draw(&self.catalog, &self.pools, &self.datasets, &mut rng);
        self.load(engine, &drawn)?;
        for _ in 0..MENDINGS {
            if self.keeps_promises(engine)? {
                return Ok(true);
            }
            let mut sample = self.read(engine)?;
            if !sample.lose_a_row(&mut rng) {
                break;
            }
            self.load(engine, &sample)?;
        }
        Ok(false)
    }

    /// Reads the rows of the database in use.
    pub fn read(&self, engine: &Engine) -> Result<Sample, Trouble> {
        Sample::read(engine, &self.catalog)
    }

    /// Puts a sample's rows into a fresh database, leaving out what breaks a constraint.
    pub fn load(&self, engine: &Engine, sample: &Sample) -> Result<(), Trouble> {
        self.place.set(self.place.get() + 1);
        engine.move_on(self.place.get(), self.schema, "SELECT 1")?;
        sample.insert(engine, &self.catalog)
    }

    /// Says whether the database in use keeps every promise.
    pub fn keeps_promises(&self, engine: &Engine) -> Result<bool, Trouble> {
        for promise in self.promises {
            let (broken, _) = engine.query(promise, 1, super::STATEMENT)?;
            if !broken.rows.is_empty() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Gives the catalog.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }
}
