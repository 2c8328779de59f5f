//! Which paths stay open: landlock takes away all others.

use std::path::PathBuf;

use landlock::{
    ABI, Access, AccessFs, AccessNet, BitFlags, CompatLevel, Compatible, PathBeneath, PathFd,
    Ruleset, RulesetAttr, RulesetCreatedAttr, RulesetError, RulesetStatus,
};

/// What may be done with a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Read a file, or all files below a folder.
    Read,
    /// Read the names in a folder.
    List,
    /// Read a file and run it.
    Run,
}

/// How much of it the kernel knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reached {
    All,
    Part,
    Nothing,
}

impl Reached {
    /// Says it in words; `all` are those for everything.
    pub fn words(self, all: &str) -> String {
        match self {
            Reached::All => all.to_owned(),
            Reached::Part => "landlock: as far as this kernel knows it".to_owned(),
            Reached::Nothing => "landlock: not in this kernel".to_owned(),
        }
    }
}

/// Takes away every TCP port and every path but these. A path that is not there stays away.
pub fn lock(open: &[(PathBuf, Right)]) -> Result<Reached, RulesetError> {
    let newest = ABI::V6;
    let mut ruleset = Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(newest))?
        .handle_access(AccessNet::from_all(newest))?
        .create()?;
    for (path, right) in open {
        if let Ok(found) = PathFd::new(path) {
            ruleset = ruleset.add_rule(PathBeneath::new(found, access(*right)))?;
        }
    }
    let status = ruleset.restrict_self()?;
    Ok(match status.ruleset {
        RulesetStatus::FullyEnforced => Reached::All,
        RulesetStatus::PartiallyEnforced => Reached::Part,
        RulesetStatus::NotEnforced => Reached::Nothing,
    })
}

fn access(right: Right) -> BitFlags<AccessFs> {
    match right {
        Right::Read => AccessFs::ReadFile.into(),
        Right::List => AccessFs::ReadDir.into(),
        Right::Run => AccessFs::ReadFile | AccessFs::Execute,
    }
}
