//! A fleet of devices in Goose: each user is a device that polls on a grid of its own.
//!
//! Goose's own options say how many (`--users`), how fast they start (`--increase-rate`) and how many ticks each has
//! (`--iterations`); `INTERVAL_MS` in the environment is the time between two ticks.

use std::{env, time::Duration};

use goose::prelude::*;
use tokio::time::{sleep_until, Instant};

const TICKS_A_DECADE: usize = 10;

/// What a device keeps from tick to tick.
#[derive(Clone)]
struct Device {
    id: String,
    /// Counted from another number for each device, so that each tenth of them polls B on another tick.
    tick: usize,
    next_tick: Instant,
    interval: Duration,
}

#[tokio::main]
async fn main() -> Result<(), GooseError> {
    GooseAttack::initialize()?
        .register_scenario(
            scenario!("Device")
                .register_transaction(transaction!(switch_on).set_on_start())
                .register_transaction(transaction!(tick)),
        )
        .execute()
        .await?;
    Ok(())
}

async fn switch_on(user: &mut GooseUser) -> TransactionResult {
    let interval_ms = env::var("INTERVAL_MS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(500);
    let number = user.weighted_users_index;
    user.set_session_data(Device {
        id: format!("device-{:04}", number + 1),
        tick: number,
        next_tick: Instant::now(),
        interval: Duration::from_millis(interval_ms),
    });
    Ok(())
}

/// Goose's own wait time begins when a poll has ended, and has no grid: the device waits itself.
async fn tick(user: &mut GooseUser) -> TransactionResult {
    let device = user.get_session_data_unchecked_mut::<Device>();
    sleep_until(device.next_tick).await;
    device.next_tick += device.interval;
    let id = device.id.clone();
    let poll_b = device.tick % TICKS_A_DECADE == 0;
    device.tick += 1;
    poll(user, &id, "A", "/hello?page=1").await?;
    if poll_b {
        poll(user, &id, "B", "/hello?page=200").await?;
    }
    Ok(())
}

async fn poll(user: &mut GooseUser, id: &str, name: &str, path: &str) -> TransactionResult {
    let builder = user
        .get_request_builder(&GooseMethod::Get, path)?
        .header("X-Device", id);
    let request = GooseRequest::builder()
        .name(name)
        .set_request_builder(builder)
        .build();
    // Only a body that was read to its end leaves the connection open for the next poll.
    user.request(request).await?.response?.bytes().await?;
    Ok(())
}
